package org.aigovernancehub.command.policy;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.CLOSED;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyCommand.ChangePolicy;
import org.aigovernancehub.api.policy.PolicyCommand.CreatePolicy;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyActivated;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyChanged;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyCreated;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyDeactivated;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.command.organization.KnownTenants;
import org.aigovernancehub.command.pipeline.Callers;
import org.aigovernancehub.command.pipeline.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may make, change and deactivate policies, and what is recorded of it. */
class PolicyTest {
    private static final PolicyId POLICY = new PolicyId(6);
    private static final PolicyTerms TERMS = new PolicyTerms("Evidence first", "Measure it.", PolicyMode.ENFORCE);
    private static final String TAKEN = "taken";

    private final KnownTenants tenants = new KnownTenants();
    private final NotedRegister register = new NotedRegister();
    private final Scenario scenario = new Scenario(Policy.class, tenants, register);

    @Test
    void aPolicyIsCreatedUnderTheLockOfAllWhoJudge() {
        var decision = scenario.when(OFFICER, creating(ACME, Environment.PROD, PolicyScope.ENVIRONMENT));
        assertThat(decision.<PolicyView>thenAccepted())
                .isEqualTo(new PolicyView(
                        6,
                        TERMS,
                        PolicyScope.ENVIRONMENT,
                        ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        true,
                        ACME.value(),
                        Environment.PROD,
                        Scenario.NOW,
                        Scenario.NOW,
                        1));
        decision.thenEvents(created(ACME, Environment.PROD, PolicyScope.ENVIRONMENT));
        assertThat(register.calls).containsExactly("lock", "add Evidence first");
    }

    @Test
    void aTakenNameIsADuplicate() {
        var command = new CreatePolicy(
                POLICY,
                ACME,
                null,
                PolicyScope.ORGANIZATION,
                ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                new PolicyTerms(TAKEN, null, PolicyMode.WARN),
                true);
        assertThat(scenario.when(OFFICER, command)
                        .thenProblem(ProblemType.DUPLICATE)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void policiesOfAnOrganisationAreItsOfficersAndAdministratorsAffair(Role role) {
        var fresh = new Scenario(Policy.class, tenants, register);
        var created = fresh.when(Callers.with(role), creating(ACME, null, PolicyScope.ORGANIZATION));
        var changed = givenOwn().when(Callers.with(role), renaming("Evidence"));
        if (role == Role.ADMIN || role == Role.COMPLIANCE_OFFICER) {
            created.thenAccepted();
            changed.thenAccepted();
        } else {
            created.thenProblem(ProblemType.FORBIDDEN);
            changed.thenProblem(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void globalPoliciesAreThePlatformAdministratorsAlone() {
        for (var caller : List.of(ADMIN, OFFICER, PLATFORM_AUDITOR)) {
            scenario.when(caller, creating(null, null, PolicyScope.GLOBAL)).thenProblem(ProblemType.FORBIDDEN);
        }
        scenario.when(PLATFORM_ADMIN, creating(null, null, PolicyScope.GLOBAL)).thenAccepted();
        // Everybody knows them, so that a refusal says why and not that there is none.
        for (var caller : List.of(ADMIN, OFFICER, STRANGER, PLATFORM_AUDITOR)) {
            scenario.when(caller, renaming("Mine")).thenProblem(ProblemType.FORBIDDEN);
        }
        scenario.when(PLATFORM_ADMIN, ChangePolicy.deactivation(POLICY))
                .thenEvents(new PolicyDeactivated(POLICY, null));
    }

    @Test
    void anUnknownPolicyAndAForeignOneLookTheSame() {
        var unknown = scenario.when(ADMIN, renaming("Mine")).thenProblem(ProblemType.NOT_FOUND);
        var foreign = givenOwn().when(STRANGER, renaming("Mine")).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(unknown.detail()).isEqualTo("There is no policy 6.");
        scenario.when(STRANGER, 17L, renaming("Mine")).thenProblem(ProblemType.NOT_FOUND);
    }

    @Test
    void aPolicyForAnotherOrganisationIsNotFound() {
        scenario.when(ADMIN, creating(OTHER, null, PolicyScope.ORGANIZATION)).thenProblem(ProblemType.NOT_FOUND);
        scenario.when(PLATFORM_ADMIN, creating(new OrganizationId(99), null, PolicyScope.ORGANIZATION))
                .thenProblem(ProblemType.NOT_FOUND);
        assertThat(register.calls).isEmpty();
    }

    @Test
    void anInactiveOrganisationTakesNoPolicies() {
        scenario.when(PLATFORM_ADMIN, creating(CLOSED, null, PolicyScope.ORGANIZATION))
                .thenProblem(ProblemType.FORBIDDEN);
        givenOwn();
        tenants.deactivateAll();
        scenario.when(ADMIN, renaming("Evidence")).thenProblem(ProblemType.FORBIDDEN);
        scenario.when(ADMIN, ChangePolicy.deactivation(POLICY)).thenProblem(ProblemType.FORBIDDEN);
    }

    @Test
    void eachChangeIsReadableAndMakesANewVersion() {
        var decision = givenOwn()
                .when(
                        OFFICER,
                        new ChangePolicy(
                                POLICY,
                                Patch.of("Evidence"),
                                Patch.of(null),
                                Patch.of(PolicyMode.WARN),
                                Patch.absent()));
        decision.thenEvents(new PolicyChanged(
                POLICY,
                ACME,
                List.of(
                        new FieldChange("name", "Evidence first", "Evidence"),
                        new FieldChange("description", "Measure it.", null),
                        new FieldChange("mode", "enforce", "warn"))));
        var changed = decision.<PolicyView>thenAccepted();
        assertThat(changed.terms()).isEqualTo(new PolicyTerms("Evidence", null, PolicyMode.WARN));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(Scenario.BEFORE);
        assertThat(changed.updatedAt()).isEqualTo(Scenario.NOW);
        assertThat(register.calls).containsExactly("lock", "change Evidence first 1 to Evidence 2, active");
    }

    @Test
    void aChangeToATakenNameIsADuplicate() {
        givenOwn().when(OFFICER, renaming(TAKEN)).thenProblem(ProblemType.DUPLICATE);
    }

    @Test
    void deactivationAndActivationAreFactsOfTheirOwn() {
        var off = givenOwn().when(OFFICER, ChangePolicy.deactivation(POLICY));
        off.thenEvents(new PolicyDeactivated(POLICY, ACME));
        assertThat(off.<PolicyView>thenAccepted().active()).isFalse();
        var on = scenario.when(OFFICER, activity(true));
        on.thenEvents(new PolicyActivated(POLICY, ACME));
        assertThat(on.<PolicyView>thenAccepted().active()).isTrue();
        assertThat(register.calls)
                .containsExactly(
                        "lock",
                        "change Evidence first 1 to Evidence first 2, inactive",
                        "lock",
                        "change Evidence first 2 to Evidence first 3, active");
    }

    @Test
    void aChangeAndADeactivationInOneAreTwoFacts() {
        var both = new ChangePolicy(POLICY, Patch.of("Evidence"), Patch.absent(), Patch.absent(), Patch.of(false));
        var decision = givenOwn().when(OFFICER, both);
        assertThat(decision.events())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(PolicyChanged.class, PolicyDeactivated.class);
        assertThat(decision.<PolicyView>thenAccepted().version()).isEqualTo(3);
    }

    @Test
    void whatIsAsItWasIsNoNewFactAndNeedsNoLock() {
        givenOwn().when(OFFICER, renaming("Evidence first")).thenUnchanged();
        scenario.when(OFFICER, activity(true)).thenUnchanged();
        scenario.when(OFFICER, ChangePolicy.deactivation(POLICY)).thenAccepted();
        register.calls.clear();
        scenario.when(OFFICER, ChangePolicy.deactivation(POLICY)).thenUnchanged();
        assertThat(register.calls).isEmpty();
    }

    @Test
    void onlyTheVersionThatItHasIsFresh() {
        givenOwn().when(OFFICER, 0L, renaming("Evidence")).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(OFFICER, 2L, renaming("Evidence first")).thenProblem(ProblemType.STALE_VERSION);
        scenario.when(OFFICER, 1L, renaming("Evidence")).thenAccepted();
    }

    private Scenario givenOwn() {
        return scenario.given(ADMIN, created(ACME, null, PolicyScope.ORGANIZATION));
    }

    private static PolicyEvent created(
            @Nullable OrganizationId owner, @Nullable Environment environment, PolicyScope scope) {
        return new PolicyCreated(
                POLICY, owner, environment, scope, ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, TERMS, true);
    }

    private static CreatePolicy creating(
            @Nullable OrganizationId owner, @Nullable Environment environment, PolicyScope scope) {
        return new CreatePolicy(
                POLICY, owner, environment, scope, ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, TERMS, true);
    }

    private static ChangePolicy renaming(String name) {
        return new ChangePolicy(POLICY, Patch.of(name), Patch.absent(), Patch.absent(), Patch.absent());
    }

    private static ChangePolicy activity(boolean active) {
        return new ChangePolicy(POLICY, Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(active));
    }

    private static final class NotedRegister implements PolicyRegister {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void lock() {
            calls.add("lock");
        }

        @Override
        public void add(PolicyCommand.CreatePolicy command) {
            refuseTaken(command.terms().name());
            calls.add("add " + command.terms().name());
        }

        @Override
        public void change(PolicyView before, PolicyView after) {
            refuseTaken(after.terms().name());
            calls.add("change %s %d to %s %d, %s"
                    .formatted(
                            before.terms().name(),
                            before.version(),
                            after.terms().name(),
                            after.version(),
                            after.active() ? "active" : "inactive"));
        }

        private static void refuseTaken(String name) {
            if (name.equals(TAKEN)) {
                throw ProblemException.duplicateName("taken", 3);
            }
        }
    }
}
