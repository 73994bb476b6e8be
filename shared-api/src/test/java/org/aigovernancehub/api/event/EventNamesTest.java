package org.aigovernancehub.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ModelId;
import org.junit.jupiter.api.Test;

/** The list of event names is closed. A name that was stored once never leaves it, and never means something else. */
class EventNamesTest {

    @Test
    void theListIsClosed() {
        assertThat(EventNames.all())
                .containsOnlyKeys(
                        "OrganizationCreated",
                        "OrganizationChanged",
                        "OrganizationActivated",
                        "OrganizationDeactivated",
                        "UserCreated",
                        "UserRoleChanged",
                        "UserLeft",
                        "UserMoved",
                        "UserEnabled",
                        "UserDisabled",
                        "PasswordChanged",
                        "ApiTokenIssued",
                        "ApiTokenRevoked",
                        "ModelRegistered",
                        "ModelDetailsChanged",
                        "RiskProfileChanged",
                        "ComplianceStatusChanged",
                        "ComplianceStatusChangeBlocked",
                        "TransitionRejected",
                        "VersionRegistered",
                        "MetricRecorded",
                        "MetricsRecorded",
                        "ReviewRecorded",
                        "DatasetLinked",
                        "DependencyAdded",
                        "DatasetRegistered",
                        "DatasetDetailsChanged",
                        "PolicyCreated",
                        "PolicyChanged",
                        "PolicyActivated",
                        "PolicyDeactivated",
                        "ReadModelRebuildRequested",
                        "DeadLetterRetryRequested",
                        "DeadLetterDiscarded",
                        "ComplianceReportIssued");
        assertThatThrownBy(() -> EventNames.all().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNameLeadsToARecordAndBack() {
        EventNames.all().forEach((name, type) -> {
            assertThat(type.isRecord()).isTrue();
            assertThat(EventNames.of(type).name()).isEqualTo(name);
            assertThat(EventNames.of(type).revision()).isPositive();
        });
    }

    @Test
    void whatHasNoNameIsNoEvent() {
        record Nameless(ModelId aggregateId, OrganizationId organizationId) implements DomainEvent {}
        assertThatThrownBy(() -> EventNames.of(Nameless.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nameless lacks @EventType");
    }
}
