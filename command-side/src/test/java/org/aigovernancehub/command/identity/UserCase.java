package org.aigovernancehub.command.identity;

import static org.aigovernancehub.command.pipeline.Callers.ADMIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.organization.KnownTenants;
import org.aigovernancehub.command.pipeline.Callers;
import org.aigovernancehub.command.pipeline.CountedIds;
import org.aigovernancehub.command.pipeline.Decision;
import org.aigovernancehub.command.pipeline.Scenario;
import org.jspecify.annotations.Nullable;

/** User 30, what has happened to the account, and what its rules may ask. */
final class UserCase {
    static final UserId USER = new UserId(30);
    static final String TAKEN = "taken";
    static final Instant EXPIRY = Instant.parse("2026-06-01T00:00:00Z");

    final KnownTenants tenants = new KnownTenants();
    final NotedAccounts accounts = new NotedAccounts();

    private final Scenario scenario = new Scenario(User.class, tenants, accounts, new CountedIds());

    static UserCase of(Role role, @Nullable OrganizationId organization) {
        var created = new UserCase();
        created.given(new UserEvent.UserCreated(
                USER, organization, "grace", "grace@example.org", role, organization == null, null, null));
        return created;
    }

    UserCase given(UserEvent... events) {
        scenario.given(ADMIN, events);
        return this;
    }

    Decision when(Caller caller, UserCommand command) {
        return scenario.when(caller, command);
    }

    Decision when(Caller caller, @Nullable Long expectedVersion, UserCommand command) {
        return scenario.when(caller, expectedVersion, command);
    }

    /** The user as a caller. */
    static Caller oneself(Role role, @Nullable OrganizationId organization) {
        return Callers.of(USER.value(), role, organization);
    }

    static UserCommand.CreateUser creating(
            String username, Role role, @Nullable OrganizationId organization, boolean platform) {
        return new UserCommand.CreateUser(
                USER, organization, username, "grace@example.org", role, platform, null, null);
    }

    static UserCommand.ChangeUser role(Role role) {
        return new UserCommand.ChangeUser(USER, Patch.of(role), Patch.absent(), Patch.absent());
    }

    static UserCommand.ChangeUser active(boolean active) {
        return new UserCommand.ChangeUser(USER, Patch.absent(), Patch.absent(), Patch.of(active));
    }

    static UserCommand.ChangeUser movedTo(OrganizationId organization) {
        return new UserCommand.ChangeUser(USER, Patch.absent(), Patch.of(organization), Patch.absent());
    }

    static UserCommand.IssueApiToken issuing() {
        return new UserCommand.IssueApiToken(USER, "ci", Role.MODEL_OWNER, EXPIRY);
    }

    /** Accounts of which one, "taken", is there already; notes what it is told. */
    static final class NotedAccounts implements Accounts {
        final List<String> calls = new ArrayList<>();
        boolean anotherPlatformAdmin;

        @Override
        public void add(UserCommand.CreateUser command, Instant createdAt) {
            if (command.username().equals(TAKEN)) {
                throw ProblemException.duplicateName("taken");
            }
            calls.add("add %s at %s".formatted(command.username(), createdAt));
        }

        @Override
        public void change(UserView after, long version) {
            calls.add("change to %s %s of %s, version %d"
                    .formatted(
                            after.active() ? "active" : "inactive",
                            after.role().wire(),
                            after.organizationId(),
                            version));
        }

        @Override
        public boolean hasAnotherPlatformAdmin(long userId) {
            return anotherPlatformAdmin;
        }

        @Override
        public void addToken(UserCommand.IssueApiToken command, long tokenId, Instant createdAt) {
            calls.add("token %d %s at %s".formatted(tokenId, command.name(), createdAt));
        }

        @Override
        public void revokeToken(long tokenId) {
            calls.add("revoke " + tokenId);
        }
    }
}
