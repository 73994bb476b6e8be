package org.aigovernancehub.command.identity;

import javax.sql.DataSource;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.api.organization.OrganizationCommand;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.pipeline.Dispatch;
import org.aigovernancehub.command.pipeline.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gives an empty hub what it needs to be used: the default organisation, the first administrator, and the policy that prohibited practices
 * are not approved; or other {@link FirstContent}, where there is one. All of it in one transaction, once, however many hubs start at the same time; before the first request is served.
 */
@Component
public class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private static final Caller SYSTEM = Caller.system("first-start");

    private final CommandPipeline pipeline;
    private final Ids ids;
    private final Passwords passwords;
    private final Credentials credentials;
    private final FirstAdministrator administrator;
    private final FirstContent content;
    private final JdbcTemplate jdbc;
    private boolean running;

    FirstStart(
            CommandPipeline pipeline,
            Ids ids,
            Passwords passwords,
            Credentials credentials,
            FirstAdministrator administrator,
            ObjectProvider<FirstContent> content,
            @Qualifier("commandDataSource") DataSource dataSource) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.passwords = passwords;
        this.credentials = credentials;
        this.administrator = administrator;
        this.content = content.getIfAvailable(() -> this::makeTheLeast);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void start() {
        running = true;
        if (!isEmpty()) {
            return;
        }
        var call = new CommandCall(SYSTEM, "POST", "/first-start", null, null, new byte[0]);
        pipeline.run(call, dispatch -> {
            jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended('first start', 0))");
            if (isEmpty()) {
                content.make(dispatch, new RealKeys());
            }
            return Answer.ok("ready");
        });
    }

    private void makeTheLeast(Dispatch dispatch, FirstContent.Keys keys) {
        LOG.info("Making the default organisation, the first administrator and the first policy");
        var context = new CommandContext(SYSTEM, null);
        dispatch.send(
                new OrganizationCommand.CreateOrganization(
                        new OrganizationId(ids.next(Ids.Kind.ORGANIZATION)), "Default", null, true),
                context);
        var userId = new UserId(ids.next(Ids.Kind.USER));
        dispatch.send(new UserCommand.CreateUser(userId, null, "admin", null, Role.ADMIN, true, null, null), context);
        keys.givePassword(userId, keys.administratorPassword());
        dispatch.send(firstPolicy(new PolicyId(ids.next(Ids.Kind.POLICY))), context);
    }

    /** Returns the command that makes the policy which every hub begins with. */
    public static PolicyCommand firstPolicy(PolicyId policyId) {
        return new PolicyCommand.CreatePolicy(
                policyId,
                null,
                null,
                PolicyScope.GLOBAL,
                ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                new PolicyTerms(
                        "Prohibit unacceptable risk",
                        "Prohibited practices, EU AI Act article 5, are not approved.",
                        PolicyMode.ENFORCE),
                true);
    }

    private boolean isEmpty() {
        return Boolean.FALSE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT FROM event_store.event)", Boolean.class));
    }

    /** Hashes of what is secret; the secrets themselves are kept by whoever made them. */
    private final class RealKeys implements FirstContent.Keys {
        @Override
        public String administratorPassword() {
            return administrator.password();
        }

        @Override
        public String newPassword() {
            return Secrets.random();
        }

        @Override
        public void givePassword(UserId userId, String password) {
            credentials.setPassword(userId.value(), passwords.hash(password));
        }

        @Override
        public void giveUnknownSecret(long tokenId) {
            credentials.addTokenSecret(tokenId, Secrets.hash(Secrets.random()));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts at the end of all phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
