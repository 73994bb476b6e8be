package org.aigovernancehub.command.identity;

import static org.aigovernancehub.command.identity.UserCase.USER;
import static org.aigovernancehub.command.identity.UserCase.active;
import static org.aigovernancehub.command.identity.UserCase.creating;
import static org.aigovernancehub.command.identity.UserCase.movedTo;
import static org.aigovernancehub.command.identity.UserCase.oneself;
import static org.aigovernancehub.command.identity.UserCase.role;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.CLOSED;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand.ChangeUser;
import org.aigovernancehub.api.identity.UserCommand.CreateUser;
import org.aigovernancehub.api.identity.UserEvent.UserCreated;
import org.aigovernancehub.api.identity.UserEvent.UserDisabled;
import org.aigovernancehub.api.identity.UserEvent.UserEnabled;
import org.aigovernancehub.api.identity.UserEvent.UserLeft;
import org.aigovernancehub.api.identity.UserEvent.UserMoved;
import org.aigovernancehub.api.identity.UserEvent.UserRoleChanged;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.Callers;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Making and changing accounts. */
class UserTest {
    private final UserCase unknown = new UserCase();
    private final UserCase user = UserCase.of(Role.MODEL_OWNER, ACME);
    private final UserCase staff = UserCase.of(Role.ADMIN, null);

    @Test
    void aUserIsCreatedActive() {
        var decision = unknown.when(ADMIN, creating("grace", Role.MODEL_OWNER, ACME, false));
        assertThat(decision.<UserView>thenAccepted())
                .isEqualTo(new UserView(
                        30, "grace", "grace@example.org", true, Role.MODEL_OWNER, ACME.value(), false, Scenario.NOW));
        decision.thenEvents(
                new UserCreated(USER, ACME, "grace", "grace@example.org", Role.MODEL_OWNER, false, null, null));
        assertThat(unknown.accounts.calls).containsExactly("add grace at " + Scenario.NOW);
    }

    @Test
    void whomAnIssuerVouchesForIsRecordedWithIt() {
        unknown.when(
                        PLATFORM_ADMIN,
                        new CreateUser(USER, ACME, "grace", null, Role.AUDITOR, false, "https://id.example.org", "s-1"))
                .thenEvents(new UserCreated(
                        USER, ACME, "grace", null, Role.AUDITOR, false, "https://id.example.org", "s-1"));
    }

    @Test
    void aTakenNameIsADuplicateThatDoesNotTellWhose() {
        var problem = unknown.when(ADMIN, creating(UserCase.TAKEN, Role.AUDITOR, ACME, false))
                .thenProblem(ProblemType.DUPLICATE);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.members()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdministratorsCreateAndChangeUsers(Role caller) {
        var created = unknown.when(Callers.with(caller), creating("grace", Role.AUDITOR, ACME, false));
        var changed = user.when(Callers.with(caller), role(Role.AUDITOR));
        if (caller == Role.ADMIN) {
            created.thenAccepted();
            changed.thenAccepted();
        } else {
            created.thenProblem(ProblemType.FORBIDDEN);
            changed.thenProblem(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void onlyPlatformAdministratorsMakePlatformStaff() {
        unknown.when(ADMIN, creating("grace", Role.ADMIN, null, true)).thenProblem(ProblemType.FORBIDDEN);
        unknown.when(ADMIN, creating("grace", Role.ADMIN, ACME, true)).thenProblem(ProblemType.FORBIDDEN);
        unknown.when(PLATFORM_AUDITOR, creating("grace", Role.ADMIN, null, true))
                .thenProblem(ProblemType.FORBIDDEN);
        unknown.when(PLATFORM_ADMIN, creating("grace", Role.ADMIN, null, true)).thenAccepted();
    }

    @Test
    void aUserOfAnotherOrganisationCannotBeMade() {
        unknown.when(ADMIN, creating("grace", Role.AUDITOR, OTHER, false)).thenProblem(ProblemType.NOT_FOUND);
        unknown.when(PLATFORM_ADMIN, creating("grace", Role.AUDITOR, new OrganizationId(99), false))
                .thenProblem(ProblemType.NOT_FOUND);
        unknown.when(PLATFORM_ADMIN, creating("grace", Role.AUDITOR, CLOSED, false))
                .thenProblem(ProblemType.FORBIDDEN);
    }

    @Test
    void aRoleIsChanged() {
        var decision = user.when(ADMIN, role(Role.COMPLIANCE_OFFICER));
        decision.thenEvents(new UserRoleChanged(USER, ACME, Role.MODEL_OWNER, Role.COMPLIANCE_OFFICER));
        assertThat(decision.<UserView>thenAccepted().role()).isEqualTo(Role.COMPLIANCE_OFFICER);
        assertThat(user.accounts.calls).containsExactly("change to active compliance_officer of 1, version 2");
    }

    @Test
    void aUserIsDisabledAndEnabled() {
        user.when(ADMIN, active(false)).thenEvents(new UserDisabled(USER, ACME));
        user.when(ADMIN, active(true)).thenEvents(new UserEnabled(USER, ACME));
        assertThat(user.accounts.calls)
                .containsExactly(
                        "change to inactive model_owner of 1, version 2",
                        "change to active model_owner of 1, version 3");
    }

    @Test
    void aUserIsMovedBetweenOrganisationsByThePlatform() {
        var decision = user.when(PLATFORM_ADMIN, movedTo(OTHER));
        // Either organisation's trail says it.
        decision.thenEvents(new UserLeft(USER, ACME), new UserMoved(USER, OTHER, ACME));
        assertThat(decision.<UserView>thenAccepted().organization()).isEqualTo(OTHER);
        // From now on it is a stranger's.
        user.when(ADMIN, role(Role.AUDITOR)).thenProblem(ProblemType.NOT_FOUND);
    }

    @Test
    void aMoveAndADemotionInOneAreFactsOfTheirOwn() {
        var both = new ChangeUser(USER, Patch.of(Role.AUDITOR), Patch.of(OTHER), Patch.absent());
        user.when(PLATFORM_ADMIN, both)
                .thenEvents(
                        new UserLeft(USER, ACME),
                        new UserMoved(USER, OTHER, ACME),
                        new UserRoleChanged(USER, OTHER, Role.MODEL_OWNER, Role.AUDITOR));
    }

    @Test
    void aMoveOutOfOnesSightIsNotFound() {
        user.when(ADMIN, movedTo(OTHER)).thenProblem(ProblemType.NOT_FOUND);
        user.when(PLATFORM_ADMIN, movedTo(new OrganizationId(99))).thenProblem(ProblemType.NOT_FOUND);
        user.when(PLATFORM_ADMIN, movedTo(CLOSED)).thenProblem(ProblemType.FORBIDDEN);
        user.when(PLATFORM_ADMIN, new ChangeUser(USER, Patch.absent(), Patch.of(null), Patch.absent()))
                .thenProblem(ProblemType.INVALID_FIELDS);
    }

    @Test
    void platformStaffHasNoOrganisation() {
        staff.accounts.anotherPlatformAdmin = true;
        staff.when(PLATFORM_ADMIN, movedTo(ACME)).thenProblem(ProblemType.INVALID_FIELDS);
    }

    @Test
    void whatIsAsItWasIsNoNewFact() {
        user.when(ADMIN, role(Role.MODEL_OWNER)).thenUnchanged();
        user.when(ADMIN, active(true)).thenUnchanged();
        user.when(ADMIN, movedTo(ACME)).thenUnchanged();
        assertThat(user.accounts.calls).isEmpty();
    }

    @Test
    void theLastPlatformAdministratorStays() {
        for (var change : List.of(role(Role.COMPLIANCE_OFFICER), active(false))) {
            staff.when(PLATFORM_ADMIN, change).thenProblem(ProblemType.INVALID_FIELDS);
        }
        staff.when(oneself(Role.ADMIN, null), active(false)).thenProblem(ProblemType.INVALID_FIELDS);
        staff.accounts.anotherPlatformAdmin = true;
        staff.when(PLATFORM_ADMIN, active(false)).thenAccepted();
    }

    @Test
    void theLastAdministratorOfAnOrganisationMayGo() {
        UserCase.of(Role.ADMIN, ACME).when(ADMIN, active(false)).thenAccepted();
    }

    @Test
    void platformStaffIsUnknownToOrganisations() {
        var foreign = staff.when(ADMIN, role(Role.AUDITOR)).thenProblem(ProblemType.NOT_FOUND);
        var absent = unknown.when(ADMIN, role(Role.AUDITOR)).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(absent.detail()).isEqualTo("There is no user 30.");
    }

    @Test
    void onlyTheVersionThatItHasIsFresh() {
        user.when(ADMIN, 0L, role(Role.AUDITOR)).thenProblem(ProblemType.STALE_VERSION);
        user.when(ADMIN, 2L, role(Role.MODEL_OWNER)).thenProblem(ProblemType.STALE_VERSION);
        user.when(ADMIN, 1L, role(Role.AUDITOR)).thenAccepted();
    }

    @Test
    void anInactiveOrganisationTakesNoChangesOfItsUsers() {
        user.tenants.deactivateAll();
        user.when(PLATFORM_ADMIN, role(Role.ADMIN)).thenProblem(ProblemType.FORBIDDEN);
        assertThat(user.accounts.calls).isEmpty();
    }
}
