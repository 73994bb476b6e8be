package org.aigovernancehub.command.policy;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.PolicyCommand.CreatePolicy;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.pipeline.CommandStatistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which policies bind a model, their names, and the order between who judges and who changes them. */
class JdbcPoliciesTest {
    private static final Facts FACTS =
            new Facts(ComplianceStatus.DRAFT, ComplianceStatus.APPROVED, RiskLevel.UNACCEPTABLE, 0, false);

    private StoreDatabase database;
    private SimpleMeterRegistry meters;
    private JdbcPolicyBook book;
    private JdbcPolicyRegister register;
    private TransactionTemplate transactions;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        database.execute("INSERT INTO event_store.organization VALUES (1, 'Acme', true), (2, 'Other', true)");
        var source = database.as("hub_command");
        meters = new SimpleMeterRegistry();
        book = new JdbcPolicyBook(source, new CommandStatistics(meters));
        register = new JdbcPolicyRegister(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void exactlyThePoliciesWhoseScopeCoversTheModelBindIt() {
        add(7, null, null, PolicyScope.GLOBAL, "global", true);
        add(6, ACME, null, PolicyScope.ORGANIZATION, "own organisation", true);
        add(5, OTHER, null, PolicyScope.ORGANIZATION, "other organisation", true);
        add(4, ACME, Environment.PROD, PolicyScope.ENVIRONMENT, "own production", true);
        add(3, ACME, Environment.DEV, PolicyScope.ENVIRONMENT, "own development", true);
        add(2, OTHER, Environment.PROD, PolicyScope.ENVIRONMENT, "other production", true);
        add(1, ACME, null, PolicyScope.ENVIRONMENT, "every own environment", true);
        add(8, ACME, null, PolicyScope.ORGANIZATION, "inactive", false);
        assertThat(judged(ACME, Environment.PROD))
                .containsExactly("every own environment", "own production", "own organisation", "global");
        assertThat(judged(ACME, Environment.DEV))
                .containsExactly("every own environment", "own development", "own organisation", "global");
        assertThat(judged(OTHER, Environment.DEV)).containsExactly("other organisation", "global");
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, FAIL", "WARN, WARN"})
    void theModeDecidesWhatAFailureIs(PolicyMode mode, Verdict verdict) {
        register.add(creating(9, null, null, PolicyScope.GLOBAL, new PolicyTerms("strict", null, mode), true));
        assertThat(book.judge(ACME, Environment.PROD, FACTS)).singleElement().satisfies(evaluation -> {
            assertThat(evaluation.verdict()).isEqualTo(verdict);
            assertThat(evaluation.policyId()).isEqualTo(new PolicyId(9));
            assertThat(evaluation.policyVersion()).isEqualTo(1);
            assertThat(evaluation.mode()).isEqualTo(mode);
            assertThat(evaluation.facts()).isEqualTo(FACTS);
        });
        assertThat(meters.counter(
                                "hub.policy.evaluations",
                                "condition_type",
                                "prohibit_unacceptable_risk",
                                "verdict",
                                verdict.wire())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aChangedPolicyBindsInItsNewVersion() {
        add(9, ACME, null, PolicyScope.ORGANIZATION, "strict", true);
        register.change(view("strict", 1, true), view("stricter", 2, true));
        assertThat(book.judge(ACME, Environment.PROD, FACTS)).singleElement().satisfies(evaluation -> {
            assertThat(evaluation.policyName()).isEqualTo("stricter");
            assertThat(evaluation.policyVersion()).isEqualTo(2);
            assertThat(evaluation.verdict()).isEqualTo(Verdict.WARN);
        });
        register.change(view("stricter", 2, true), view("stricter", 3, false));
        assertThat(judged(ACME, Environment.PROD)).isEmpty();
    }

    @Test
    void aNameIsTakenWithinItsOwnerOnly() {
        add(1, ACME, null, PolicyScope.ORGANIZATION, "strict", true);
        add(2, OTHER, null, PolicyScope.ORGANIZATION, "strict", true);
        add(3, null, null, PolicyScope.GLOBAL, "strict", true);
        assertTaken(3, () -> add(4, null, null, PolicyScope.GLOBAL, "strict", true));
        assertTaken(1, () -> add(5, ACME, Environment.DEV, PolicyScope.ENVIRONMENT, "strict", false));
        add(9, ACME, null, PolicyScope.ORGANIZATION, "free", true);
        assertTaken(1, () -> register.change(view("free", 1, true), view("strict", 2, true)));
        register.change(view("free", 1, true), view("free", 2, false));
    }

    @Test
    void whoChangesPoliciesWaitsForWhoJudges() throws Exception {
        CompletableFuture<Void> change = new CompletableFuture<>();
        transactions.executeWithoutResult(_ -> {
            book.judge(ACME, Environment.PROD, FACTS);
            // Others may judge at the same time.
            CompletableFuture.runAsync(
                            () -> transactions.executeWithoutResult(_ -> book.judge(OTHER, Environment.DEV, FACTS)))
                    .join();
            CompletableFuture.runAsync(() -> transactions.executeWithoutResult(_ -> register.lock()))
                    .whenComplete((_, _) -> change.complete(null));
            awaitWaiting();
            assertThat(change).isNotDone();
        });
        change.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoJudgesWaitsForWhoChangesPoliciesAndIsBoundByTheChange() throws Exception {
        CompletableFuture<List<String>> judgement = new CompletableFuture<>();
        transactions.executeWithoutResult(_ -> {
            register.lock();
            add(1, null, null, PolicyScope.GLOBAL, "new", true);
            CompletableFuture.runAsync(
                    () -> judgement.complete(transactions.execute(_ -> judged(ACME, Environment.PROD))));
            awaitWaiting();
            assertThat(judgement).isNotDone();
        });
        assertThat(judgement.get(10, TimeUnit.SECONDS)).containsExactly("new");
    }

    private void awaitWaiting() {
        var jdbc = new JdbcTemplate(database.as("postgres"));
        for (int i = 0; i < 400; i++) {
            var waiting = jdbc.queryForObject("""
                    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""", Long.class);
            if (waiting != null && waiting > 0) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(25);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("nobody waits");
    }

    private List<String> judged(OrganizationId organization, Environment environment) {
        return book.judge(organization, environment, FACTS).stream()
                .map(PolicyEvaluation::policyName)
                .toList();
    }

    private void add(
            long id,
            @Nullable OrganizationId owner,
            @Nullable Environment environment,
            PolicyScope scope,
            String name,
            boolean active) {
        register.add(creating(id, owner, environment, scope, new PolicyTerms(name, null, PolicyMode.ENFORCE), active));
    }

    private static CreatePolicy creating(
            long id,
            @Nullable OrganizationId owner,
            @Nullable Environment environment,
            PolicyScope scope,
            PolicyTerms terms,
            boolean active) {
        return new CreatePolicy(
                new PolicyId(id), owner, environment, scope, ConditionType.PROHIBIT_UNACCEPTABLE_RISK, terms, active);
    }

    private static PolicyView view(String name, long version, boolean active) {
        return new PolicyView(
                9,
                new PolicyTerms(name, null, PolicyMode.WARN),
                PolicyScope.ORGANIZATION,
                ConditionType.PROHIBIT_UNACCEPTABLE_RISK,
                active,
                ACME.value(),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                version);
    }

    private static void assertTaken(long holder, Runnable claim) {
        assertThatThrownBy(claim::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.members()).containsEntry("id", holder);
        });
    }
}
