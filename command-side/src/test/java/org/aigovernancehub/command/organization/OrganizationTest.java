package org.aigovernancehub.command.organization;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.organization.OrganizationCommand.ChangeOrganization;
import org.aigovernancehub.api.organization.OrganizationCommand.CreateOrganization;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationActivated;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationChanged;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationCreated;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationDeactivated;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;

/** Who may make, rename and deactivate organisations. */
class OrganizationTest {
    private static final String TAKEN = "taken";

    private final NotedRegister register = new NotedRegister();
    private final Scenario unknown = new Scenario(Organization.class, register);
    private final Scenario scenario = new Scenario(Organization.class, register)
            .given(PLATFORM_ADMIN, new OrganizationCreated(ACME, "Acme", null, true));

    @Test
    void anOrganisationIsCreatedByThePlatform() {
        var decision = unknown.when(PLATFORM_ADMIN, creating("Acme"));
        assertThat(decision.<OrganizationView>thenAccepted())
                .isEqualTo(new OrganizationView(1, "Acme", "Makes all.", true, Scenario.NOW));
        decision.thenEvents(new OrganizationCreated(ACME, "Acme", "Makes all.", true));
        assertThat(register.calls).containsExactly("add 1 Acme true");
    }

    @Test
    void nobodyElseCreatesOne() {
        for (var caller : List.of(ADMIN, OFFICER, AUDITOR, PLATFORM_AUDITOR)) {
            unknown.when(caller, creating("Acme")).thenProblem(ProblemType.FORBIDDEN);
        }
        assertThat(register.calls).isEmpty();
    }

    @Test
    void aTakenNameIsADuplicate() {
        unknown.when(PLATFORM_ADMIN, creating(TAKEN)).thenProblem(ProblemType.DUPLICATE);
        scenario.when(ADMIN, renaming(TAKEN)).thenProblem(ProblemType.DUPLICATE);
    }

    @Test
    void itsOwnAdministratorsMayRenameIt() {
        var decision = scenario.when(
                ADMIN, new ChangeOrganization(ACME, Patch.of("Acme AG"), Patch.of("Makes all."), Patch.absent()));
        decision.thenEvents(new OrganizationChanged(
                ACME,
                List.of(
                        new FieldChange("name", "Acme", "Acme AG"),
                        new FieldChange("description", null, "Makes all."))));
        assertThat(decision.<OrganizationView>thenAccepted())
                .isEqualTo(new OrganizationView(1, "Acme AG", "Makes all.", true, Scenario.BEFORE));
        assertThat(register.calls).containsExactly("change Acme to Acme AG true");
    }

    @Test
    void othersOfTheOrganisationMayNot() {
        scenario.when(OFFICER, renaming("Mine")).thenProblem(ProblemType.FORBIDDEN);
        scenario.when(AUDITOR, renaming("Mine")).thenProblem(ProblemType.FORBIDDEN);
        scenario.when(PLATFORM_AUDITOR, renaming("Mine")).thenProblem(ProblemType.FORBIDDEN);
    }

    @Test
    void anUnknownOrganisationAndAForeignOneLookTheSame() {
        var absent = unknown.when(ADMIN, renaming("Mine")).thenProblem(ProblemType.NOT_FOUND);
        var foreign = scenario.when(STRANGER, renaming("Mine")).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(absent.detail()).isEqualTo("There is no organization 1.");
    }

    @Test
    void whetherItIsActiveIsThePlatformsDecision() {
        scenario.when(ADMIN, activity(false)).thenProblem(ProblemType.FORBIDDEN);
        var off = scenario.when(PLATFORM_ADMIN, activity(false));
        off.thenEvents(new OrganizationDeactivated(ACME));
        assertThat(off.<OrganizationView>thenAccepted().active()).isFalse();
        scenario.when(ADMIN, activity(true)).thenProblem(ProblemType.FORBIDDEN);
        var on = scenario.when(PLATFORM_ADMIN, activity(true));
        on.thenEvents(new OrganizationActivated(ACME));
        assertThat(on.<OrganizationView>thenAccepted().active()).isTrue();
        assertThat(register.calls).containsExactly("change Acme to Acme false", "change Acme to Acme true");
    }

    @Test
    void aRenamingAndADeactivationInOneAreTwoFacts() {
        var decision = scenario.when(
                PLATFORM_ADMIN, new ChangeOrganization(ACME, Patch.of("Acme AG"), Patch.absent(), Patch.of(false)));
        assertThat(decision.events())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(OrganizationChanged.class, OrganizationDeactivated.class);
        assertThat(register.calls).containsExactly("change Acme to Acme AG false");
    }

    @Test
    void whatIsAsItWasIsNoNewFact() {
        scenario.when(ADMIN, renaming("Acme")).thenUnchanged();
        scenario.when(ADMIN, activity(true)).thenUnchanged();
        assertThat(register.calls).isEmpty();
    }

    @Test
    void onlyTheVersionThatItHasIsFresh() {
        scenario.when(ADMIN, 0L, renaming("Acme")).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(ADMIN, 2L, renaming("Acme AG")).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(ADMIN, 1L, renaming("Acme AG")).thenAccepted();
    }

    private static CreateOrganization creating(String name) {
        return new CreateOrganization(ACME, name, "Makes all.", true);
    }

    private static ChangeOrganization renaming(String name) {
        return new ChangeOrganization(ACME, Patch.of(name), Patch.absent(), Patch.absent());
    }

    private static ChangeOrganization activity(boolean active) {
        return new ChangeOrganization(ACME, Patch.absent(), Patch.absent(), Patch.of(active));
    }

    private static final class NotedRegister implements OrganizationRegister {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void add(long organizationId, String name, boolean active) {
            refuseTaken(name);
            calls.add("add %d %s %s".formatted(organizationId, name, active));
        }

        @Override
        public void change(OrganizationView before, String name, boolean active) {
            refuseTaken(name);
            calls.add("change %s to %s %s".formatted(before.name(), name, active));
        }

        private static void refuseTaken(String name) {
            if (name.equals(TAKEN)) {
                throw ProblemException.duplicateName("taken", 3);
            }
        }
    }
}
