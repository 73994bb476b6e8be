package org.aigovernancehub.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand.ChangeUser;
import org.aigovernancehub.api.identity.UserCommand.CreateUser;
import org.aigovernancehub.api.identity.UserCommand.IssueApiToken;
import org.aigovernancehub.api.identity.UserCommand.RecordPasswordChange;
import org.aigovernancehub.api.identity.UserCommand.RevokeApiToken;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.identity.UserEvent.ApiTokenIssued;
import org.aigovernancehub.api.identity.UserEvent.ApiTokenRevoked;
import org.aigovernancehub.api.identity.UserEvent.PasswordChanged;
import org.aigovernancehub.api.identity.UserEvent.UserCreated;
import org.aigovernancehub.api.identity.UserEvent.UserDisabled;
import org.aigovernancehub.api.identity.UserEvent.UserEnabled;
import org.aigovernancehub.api.identity.UserEvent.UserLeft;
import org.aigovernancehub.api.identity.UserEvent.UserMoved;
import org.aigovernancehub.api.identity.UserEvent.UserRoleChanged;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.organization.Tenants;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A user's account and its API tokens. Belongs to one organisation, or is platform staff. */
public class User {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable UserView view;
    /** Those that were not revoked, and had not expired when the last one was issued: else the state would grow for ever. */
    private Map<Long, ApiTokenView> lastingTokens = new HashMap<>();

    /** For Axon, which folds the events into it. */
    protected User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<UserView> handle(CreateUser command, CommandContext context, Tenants tenants, Accounts accounts) {
        var organization = command.organizationId();
        if (command.platform() || organization == null) {
            context.caller().requirePlatformAdmin();
        } else {
            context.admitTenant(organization, organization);
            context.caller().require(Permission.ADMINISTER);
            tenants.requireActive(organization);
        }
        apply(new UserCreated(
                command.userId(),
                organization,
                command.username(),
                command.email(),
                command.role(),
                command.platform(),
                command.issuer(),
                command.subject()));
        accounts.add(command, view().createdAt());
        return accepted(view());
    }

    @CommandHandler
    Outcome<UserView> handle(ChangeUser command, CommandContext context, Tenants tenants, Accounts accounts) {
        context.admit(userId(), organization(), Permission.ADMINISTER);
        requireActiveOrganization(tenants);
        var before = view();
        var role = command.role().orKeepRequired(before.role());
        boolean active = command.active().orKeepRequired(before.active());
        requireAnAdminLeft(before, role, active, accounts);
        var target = command.organizationId().orKeep(organization());
        if (!Objects.equals(target, organization())) {
            move(target, context.caller(), tenants);
        }
        if (role != before.role()) {
            apply(new UserRoleChanged(userId(), organization(), before.role(), role));
        }
        if (active && !before.active()) {
            apply(new UserEnabled(userId(), organization()));
        } else if (!active && before.active()) {
            apply(new UserDisabled(userId(), organization()));
        }
        if (view().equals(before)) {
            return new Outcome.Unchanged<>(before, CommandContext.currentVersion());
        }
        return changed(accounts);
    }

    private void move(@Nullable OrganizationId target, Caller caller, Tenants tenants) {
        if (target == null) {
            throw ProblemException.invalid("/organization_id", "must not be null");
        }
        if (!caller.sees(target)) {
            throw ProblemException.notFound(target);
        }
        if (view().platform()) {
            throw ProblemException.invalid("/organization_id", "must be absent: platform staff has no organisation");
        }
        tenants.requireActive(target);
        var from = organization();
        if (from != null) {
            apply(new UserLeft(userId(), from));
        }
        apply(new UserMoved(userId(), target, from));
    }

    private void requireAnAdminLeft(UserView before, Role role, boolean active, Accounts accounts) {
        boolean was = before.platform() && before.active() && before.role() == Role.ADMIN;
        boolean stays = active && role == Role.ADMIN;
        if (was && !stays && !accounts.hasAnotherPlatformAdmin(before.id())) {
            throw ProblemException.invalid(
                    active ? "/role" : "/is_active",
                    "is that of the last active platform administrator; appoint another one first");
        }
    }

    @CommandHandler
    Outcome<UserView> handle(RecordPasswordChange command, CommandContext context, Tenants tenants, Accounts accounts) {
        admitSelfOrAdmin(context);
        requireActiveOrganization(tenants);
        apply(new PasswordChanged(userId(), organization()));
        return changed(accounts);
    }

    @CommandHandler
    Outcome<ApiTokenView> handle(
            IssueApiToken command, CommandContext context, Tenants tenants, Accounts accounts, Ids ids) {
        admitSelfOrAdmin(context);
        requireOwnOrganization(context.caller());
        requireActiveOrganization(tenants);
        var tokenId = ids.next(Ids.Kind.TOKEN);
        apply(new ApiTokenIssued(
                userId(), organization(), tokenId, command.name(), command.role(), command.expiresAt()));
        var token = Objects.requireNonNull(lastingTokens.get(tokenId));
        accounts.addToken(command, tokenId, token.createdAt());
        accounts.change(view(), CommandContext.currentVersion());
        return accepted(token);
    }

    /** Works in an inactive organisation too: access can always be taken away. */
    @CommandHandler
    Outcome<UserView> handle(RevokeApiToken command, CommandContext context, Accounts accounts) {
        admitSelfOrAdmin(context);
        if (!lastingTokens.containsKey(command.tokenId())) {
            throw ProblemException.notFound("token", command.tokenId());
        }
        apply(new ApiTokenRevoked(userId(), organization(), command.tokenId()));
        accounts.revokeToken(command.tokenId());
        return changed(accounts);
    }

    private void admitSelfOrAdmin(CommandContext context) {
        if (Objects.equals(context.caller().userId(), view().id())) {
            context.requireExpectedVersion();
        } else {
            context.admit(userId(), organization(), Permission.ADMINISTER);
        }
    }

    /** Somebody whom an issuer has moved acts in another organisation than the account's, where its tokens would act. */
    private void requireOwnOrganization(Caller caller) {
        if (!caller.sees(organization())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The account belongs to another organisation than the token names. A platform administrator can move it.");
        }
    }

    private void requireActiveOrganization(Tenants tenants) {
        var organization = organization();
        if (organization != null) {
            tenants.requireActive(organization);
        }
    }

    private Outcome<UserView> changed(Accounts accounts) {
        accounts.change(view(), CommandContext.currentVersion());
        return accepted(view());
    }

    private static <S> Outcome<S> accepted(S state) {
        return new Outcome.Accepted<>(state, CommandContext.currentVersion());
    }

    private UserView view() {
        return Objects.requireNonNull(view, "created");
    }

    private UserId userId() {
        return new UserId(view().id());
    }

    private @Nullable OrganizationId organization() {
        return view().organization();
    }

    @EventSourcingHandler
    void on(UserEvent event, EventContext context) {
        id = event.userId().toString();
        view = view == null ? UserView.of((UserCreated) event, context) : view.after(event, context);
        if (event instanceof ApiTokenIssued issued) {
            lastingTokens.values().removeIf(token -> !token.expiresAt().isAfter(context.at()));
            lastingTokens.put(issued.tokenId(), ApiTokenView.of(issued, context));
        } else if (event instanceof ApiTokenRevoked revoked) {
            lastingTokens.remove(revoked.tokenId());
        }
    }
}
