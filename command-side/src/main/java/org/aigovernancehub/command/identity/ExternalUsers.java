package org.aigovernancehub.command.identity;

import java.net.URI;
import javax.sql.DataSource;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes somebody whom an external issuer vouches for a user, when they first act: events need somebody to name. The issuer decides the
 * role.
 */
@Component
public class ExternalUsers {
    private static final int LONGEST_NAME = 64;

    private final CommandPipeline pipeline;
    private final Ids ids;
    private final JdbcTemplate jdbc;

    ExternalUsers(CommandPipeline pipeline, Ids ids, @Qualifier("commandDataSource") DataSource dataSource) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Returns the user's id, new or known. */
    public long userFor(String issuer, String subject, String username, Role role, OrganizationId organization) {
        var call = call("POST");
        pipeline.run(call, dispatch -> {
            jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended(?, 4))", issuer + "\n" + subject);
            if (known(issuer, subject) == null) {
                var userId = new UserId(ids.next(Ids.Kind.USER));
                Outcome<UserView> outcome = dispatch.send(
                        new UserCommand.CreateUser(
                                userId,
                                organization,
                                free(username, issuer, userId),
                                null,
                                role,
                                false,
                                issuer,
                                subject),
                        call.context());
                return Answer.ok(outcome.state(), outcome.version());
            }
            return Answer.ok("known");
        });
        return java.util.Objects.requireNonNull(known(issuer, subject));
    }

    /** Gives a user the role that the issuer says now. */
    public void changeRole(long userId, Role role) {
        var call = call("PATCH");
        pipeline.run(call, dispatch -> {
            Outcome<UserView> outcome = dispatch.send(
                    new UserCommand.ChangeUser(new UserId(userId), Patch.of(role), Patch.absent(), Patch.absent()),
                    call.context());
            return Answer.ok(outcome.state(), outcome.version());
        });
    }

    private static CommandCall call(String method) {
        var system = Caller.system(org.slf4j.MDC.get("correlation_id"));
        return new CommandCall(system, method, "/external-users", null, null, new byte[0]);
    }

    private @org.jspecify.annotations.Nullable Long known(String issuer, String subject) {
        var found = jdbc.queryForList(
                "SELECT user_id FROM event_store.user_account WHERE issuer = ? AND subject = ?",
                Long.class,
                issuer,
                subject);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The name that the issuer gives, or, where a local user has it, one that says whence this one comes. */
    private String free(String username, String issuer, UserId userId) {
        var name = username.length() > LONGEST_NAME ? username.substring(0, LONGEST_NAME) : username;
        var taken = jdbc.queryForList(AccountNames.HOLDER, Long.class, name);
        if (taken.isEmpty()) {
            return name;
        }
        var suffix = "@" + URI.create(issuer).getHost() + "-" + userId.value();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - Math.min(LONGEST_NAME, suffix.length())))
                + suffix;
    }
}
