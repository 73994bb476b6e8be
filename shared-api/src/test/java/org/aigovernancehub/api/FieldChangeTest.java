package org.aigovernancehub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.junit.jupiter.api.Test;

/** The fields that an event names as changed lead from the state before to the state after. */
class FieldChangeTest {

    @Test
    void theChangesOfModelDetailsLeadFromOneToTheOther() {
        var before = new ModelDetails("a", "b", "c", DataSensitivity.PUBLIC, DataClassification.PUBLIC, "d", null);
        var after = new ModelDetails("A", null, "C", DataSensitivity.PCI, DataClassification.RESTRICTED, "", "E");
        assertThat(before.changesTo(after)).hasSize(7);
        assertThat(before.with(before.changesTo(after))).isEqualTo(after);
        assertThat(after.with(after.changesTo(before))).isEqualTo(before);
        assertThat(before.changesTo(before)).isEmpty();
    }

    @Test
    void theChangesOfARiskProfileLeadFromOneToTheOther() {
        var before = new RiskProfile(RiskLevel.UNCLASSIFIED, "a", "b", "c", null, null);
        var after = new RiskProfile(RiskLevel.HIGH, null, "B", "C", "D", "E");
        assertThat(before.changesTo(after)).hasSize(6);
        assertThat(before.with(before.changesTo(after))).isEqualTo(after);
        assertThat(after.with(after.changesTo(before))).isEqualTo(before);
    }

    @Test
    void theChangesOfADatasetLeadFromOneToTheOther() {
        var before = new DatasetDetails("a", "b", "c", null, DataSensitivity.PUBLIC, DataClassification.PUBLIC, null);
        var after = new DatasetDetails(
                "A", null, "C", "D", DataSensitivity.PHI, DataClassification.INTERNAL, Long.MAX_VALUE);
        assertThat(before.changesTo(after)).hasSize(7);
        assertThat(before.with(before.changesTo(after))).isEqualTo(after);
        assertThat(after.with(after.changesTo(before))).isEqualTo(before);
    }

    @Test
    void theChangesOfPolicyTermsLeadFromOneToTheOther() {
        var before = new PolicyTerms("a", null, PolicyMode.ENFORCE);
        var after = new PolicyTerms("A", "b", PolicyMode.WARN);
        assertThat(before.changesTo(after)).hasSize(3);
        assertThat(before.with(before.changesTo(after))).isEqualTo(after);
        assertThat(after.with(after.changesTo(before))).isEqualTo(before);
    }

    @Test
    void aFieldThatNobodyKnowsIsAnErrorAndNotIgnored() {
        var unknown = List.of(new FieldChange("colour", null, "red"));
        var terms = new PolicyTerms("a", null, PolicyMode.ENFORCE);
        assertThatThrownBy(() -> terms.with(unknown)).hasMessageContaining("colour");
        var risk = new RiskProfile(RiskLevel.HIGH, null, null, null, null, null);
        assertThatThrownBy(() -> risk.with(unknown)).hasMessageContaining("colour");
    }

    @Test
    void aPatchLeavesClearsOrReplaces() {
        assertThat(Patch.<String>absent().orKeep("now")).isEqualTo("now");
        assertThat(Patch.<String>of(null).orKeep("now")).isNull();
        assertThat(Patch.of("new").orKeep("now")).isEqualTo("new");
        assertThat(Patch.<String>absent().orKeepRequired("now")).isEqualTo("now");
        assertThatThrownBy(() -> Patch.<String>of(null).orKeepRequired("now")).isInstanceOf(NullPointerException.class);
        assertThat(Patch.<String>of(null).map(String::length)).isEqualTo(Patch.of(null));
        assertThat(Patch.<String>absent().map(String::length)).isEqualTo(Patch.absent());
        assertThat(Patch.of("four").map(String::length)).isEqualTo(Patch.of(4));
    }
}
