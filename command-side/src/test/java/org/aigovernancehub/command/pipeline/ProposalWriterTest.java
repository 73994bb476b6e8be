package org.aigovernancehub.command.pipeline;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.pipeline.Callers.OFFICER;
import static org.aigovernancehub.command.pipeline.Callers.OTHER;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationCommand;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.eventstore.NumberedCommit;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.pipeline.ProposalWriter.Finished;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Premises;
import org.aigovernancehub.command.proposal.Proposal;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Proposals that are written together: in one transaction, whole or not at all, and none that rests on what is not so. */
class ProposalWriterTest {
    private static final AtomicLong NUMBERS = new AtomicLong(100);

    private static StoreDatabase database;
    private static CommandHub hub;
    private static CommandHub otherHub;

    private final ModelId model = new ModelId(NUMBERS.incrementAndGet());

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        hub = new CommandHub(database);
        otherHub = new CommandHub(database);
        hub.send(PLATFORM_ADMIN, new OrganizationCommand.CreateOrganization(ACME, "Acme", null, true));
        hub.send(PLATFORM_ADMIN, new OrganizationCommand.CreateOrganization(OTHER, "Other", null, true));
    }

    /** Proposals rest on what the hub remembers of those whom it has served. */
    @BeforeEach
    void served() {
        var served = next();
        hub.send(ENGINEER, registering(served, "served " + served));
        hub.send(ENGINEER, moving(served, ComplianceStatus.UNDER_REVIEW));
        hub.send(STRANGER, registering(OTHER, next(), "served " + served));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        otherHub.close();
        database.close();
    }

    @Test
    void proposalsOfTheTimeAreOneTransaction_andEachHasItsOwnIndex() {
        hub.send(ENGINEER, registering(model, "moved " + model));
        var proposals = List.of(
                proposal(ENGINEER, registering(next(), "one " + model)),
                proposal(STRANGER, registering(OTHER, next(), "two " + model)),
                proposal(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW)));

        var indexes = write(proposals);

        assertThat(transactionsOf(indexes)).hasSize(1);
        assertThat(indexes.stream().map(this::streamOf))
                .containsExactlyElementsOf(proposals.stream()
                        .map(proposal -> proposal.proposal().firstStream())
                        .toList());
        assertThat(nameOf(indexes.get(2))).isEqualTo("ComplianceStatusChanged");
    }

    @Test
    void ofTwoWhoClaimANameOneGetsIt() {
        var proposals = new ArrayList<Finished>();
        for (int i = 0; i < 3; i++) {
            proposals.add(proposal(ENGINEER, registering(next(), "wanted " + model)));
        }
        proposals.add(proposal(ENGINEER, registering(next(), "not wanted " + model)));

        var indexes = writer().write(proposals);

        assertThat(indexes.subList(0, 3).stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(indexes.get(3)).isPresent();
        assertThat(eventsOf(proposals)).isEqualTo(2);
        assertThat(jdbc().queryForObject(
                                "SELECT count(*) FROM event_store.model WHERE name = ?", Long.class, "wanted " + model))
                .isEqualTo(1);
    }

    @Test
    void aNameThatSomebodyHasIsLeftOut() {
        otherHub.send(ENGINEER, registering(next(), "taken " + model));

        assertLeftOut(proposal(ENGINEER, registering(model, "taken " + model)));
    }

    @Test
    void whatAnotherHubHasAppendedToIsLeftOut_andNoProposalIsMadeOfItAgain() {
        hub.send(ENGINEER, registering(model, "shared " + model));
        var proposal = proposal(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW));
        otherHub.send(ENGINEER, raising(model));

        assertLeftOut(proposal);
        // Its state may be behind again at any time.
        hub.send(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW));
        assertThatThrownBy(() -> proposal(OFFICER, moving(model, ComplianceStatus.DRAFT)))
                .hasMessageContaining("nothing is remembered");
    }

    @Test
    void aStreamThatEndsWithAnotherEventIsLeftOut() throws Exception {
        hub.send(ENGINEER, registering(model, "set back " + model));
        hub.send(ENGINEER, raising(model));
        var proposal = proposal(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW));
        // The database is set back, and its stream goes on with something else.
        database.execute("""
                ALTER TABLE event_store.event DISABLE TRIGGER USER;
                UPDATE event_store.event SET event_id = 'another' WHERE aggregate_id = '%s' AND sequence_number = 1;
                ALTER TABLE event_store.event ENABLE TRIGGER USER""".formatted(model));

        assertLeftOut(proposal);
    }

    @Test
    void whatPoliciesJudgedThatHaveChangedSinceIsLeftOut() {
        hub.send(ENGINEER, registering(model, "judged " + model));
        hub.send(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW));
        var policy = new PolicyId(NUMBERS.incrementAndGet());
        otherHub.send(OFFICER, evidence(policy, false));
        var proposal = proposal(OFFICER, approving(model));
        otherHub.send(OFFICER, switching(policy, true));

        assertLeftOut(proposal);
        hub.send(OFFICER, approving(model)); // which is refused, and reads the policies anew
        var refusal = proposal(OFFICER, approving(model));
        otherHub.send(OFFICER, switching(policy, false));

        assertLeftOut(refusal);
    }

    @Test
    void whatAnOrganizationThatIsInactiveWritesIsLeftOut() {
        var proposal = proposal(STRANGER, registering(OTHER, model, "late " + model));
        otherHub.send(PLATFORM_ADMIN, activating(false));
        try {
            assertLeftOut(proposal);
            assertThatThrownBy(() -> proposal(STRANGER, registering(OTHER, next(), "later " + model)))
                    .hasMessageContaining("asks the database");
        } finally {
            otherHub.send(PLATFORM_ADMIN, activating(true));
        }
        hub.send(STRANGER, registering(OTHER, next(), "active again " + model));
    }

    @Test
    void metricsOfAVersionThatIsNotTheModelsAreLeftOut() throws Exception {
        hub.send(ENGINEER, registering(model, "measured " + model));
        Outcome<VersionView> version = hub.send(ENGINEER, new ModelCommand.RegisterVersion(model, "v1", null, null));
        long id = version.state().id();
        hub.send(ENGINEER, measuring(id));
        var proposal = proposal(ENGINEER, measuring(id));
        database.execute(
                "UPDATE event_store.model_version SET model_id = (SELECT min(model_id) FROM event_store.model) WHERE version_id = "
                        + id);

        assertLeftOut(proposal);
    }

    @Test
    void ofAKeyThatIsUsedTwiceOneIsWritten_withItsAnswer() {
        var first = proposal("key-" + model, registering(next(), "keyed " + model));
        var second = proposal("key-" + model, registering(next(), "keyed too " + model));
        var other = proposal("other key-" + model, registering(next(), "keyed otherwise " + model));

        var indexes = writer().write(List.of(first, second, other));

        assertThat(indexes.get(0)).isPresent();
        assertThat(indexes.get(1)).isEmpty();
        assertThat(indexes.get(2)).isPresent();
        assertThat(jdbc().queryForList(
                                "SELECT global_index FROM app.idempotency_key WHERE key LIKE ? ORDER BY 1",
                                Long.class,
                                "%key-" + model))
                .containsExactly(
                        indexes.get(0).get().index(), indexes.get(2).get().index());
        assertLeftOut(proposal("key-" + model, registering(next(), "keyed later " + model)));
        var replayed = hub.run(CommandHub.call(ENGINEER, "key-" + model), _ -> Answer.ok("never"));
        assertThat(replayed.getHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(CommandHub.text(replayed)).isEqualTo("proposed");
    }

    @Test
    void aKeyThatIsBeingProcessedIsLeftOut() {
        var key = "busy key-" + model;
        hub.run(CommandHub.call(ENGINEER, key), _ -> {
            if (Proposal.current() == null) { // this call has the key, and the transaction that has its lock
                elsewhere(() -> assertLeftOut(proposal(key, registering(model, "busy " + model))));
            }
            return Answer.ok("done");
        });
    }

    @Test
    void whatFailsOtherwiseUndoesAllOfThem() throws Exception {
        database.execute("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'refused'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON event_store.event
                    FOR EACH ROW WHEN (new.payload LIKE '%cannot be stored%') EXECUTE FUNCTION refuse()""");
        var proposals = List.of(
                proposal("fails-" + model, registering(next(), "sound " + model)),
                proposal(ENGINEER, registering(next(), "cannot be stored " + model)));

        assertThatThrownBy(() -> writer().write(proposals))
                .isInstanceOf(NeedsTransaction.class)
                .rootCause()
                .hasMessageContaining("refused");

        assertThat(eventsOf(proposals)).isZero();
        assertThat(jdbc().queryForObject(
                                "SELECT count(*) FROM event_store.model WHERE name LIKE ?", Long.class, "%" + model))
                .isZero();
        // By themselves the one fails and the other does not.
        hub.send(ENGINEER, registering(next(), "sound " + model));
        assertThatThrownBy(() -> hub.send(ENGINEER, registering(next(), "cannot be stored " + model)))
                .hasMessageContaining("refused");
    }

    /** Whose lock it is may be of no interest to most of them: each waits by itself for what it needs. */
    @Test
    void whoCannotWaitForALockAnyLongerDecidesAnew() throws Exception {
        var name = "locked for long " + model;
        try (var holder = database.as("hub_command").getConnection();
                var waiting = database.as("hub_command").getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement()
                    .executeUpdate("INSERT INTO event_store.model VALUES (%d, 1, 'prod', '%s')"
                            .formatted(next().value(), name));
            // Longer than a database may be away without being told.
            waiting.createStatement().execute("SET lock_timeout = '1200ms'");
            var source = new SingleConnectionDataSource(waiting, true);
            var impatient = new ProposalWriter(
                    new JdbcTemplate(source),
                    new CommitAwareTransactions(new JdbcTransactionManager(source)),
                    hub.part(PostgresEventStorageEngine.class),
                    new NumberedCommit(new PositionSignal()));
            var proposals = List.of(
                    proposal(ENGINEER, registering(next(), name)),
                    proposal(ENGINEER, registering(next(), "beside " + name)));

            assertThatThrownBy(() -> impatient.write(proposals)).isInstanceOf(NeedsTransaction.class);

            assertThat(eventsOf(proposals)).isZero();
            waiting.createStatement().execute("RESET lock_timeout");
            holder.rollback();
            holder.setAutoCommit(true);
        }
    }

    @Test
    void eachHasItsPositionWhenAllAreCommitted() {
        var written = writer().write(List.of(
                proposal(ENGINEER, registering(next(), "first " + model)),
                proposal(ENGINEER, registering(next(), "second " + model))));

        assertThat(written)
                .allSatisfy(one -> assertThat(jdbc().queryForObject(
                                        "SELECT position FROM event_store.event_position WHERE global_index = ?",
                                        Long.class,
                                        one.orElseThrow().index()))
                        .isEqualTo(one.orElseThrow().position()));
    }

    @Test
    void whoCannotWaitForTheirPositionsAnyLongerDecideAnew() throws Exception {
        try (var numbering = database.superuser()) {
            numbering.setAutoCommit(false);
            numbering
                    .createStatement()
                    .executeQuery("SELECT pg_advisory_xact_lock(hashtextextended('event_store.sequence', 0))");
            var proposals = List.of(proposal(ENGINEER, registering(next(), "not numbered " + model)));

            assertThatThrownBy(() -> writer().write(proposals)).isInstanceOf(NeedsTransaction.class);

            assertThat(eventsOf(proposals)).isZero();
        }
    }

    /** However long it took: it is nobody's fault but that of one, who is told by itself. */
    @Test
    void aConflictThatWasFoundLateIsDecidedAnewToo() throws Exception {
        hub.send(ENGINEER, registering(model, "late " + model));
        var proposals = List.of(
                proposal(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW)),
                proposal(ENGINEER, registering(next(), "slow " + model)));
        database.execute("""
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_sleep(1.1); RAISE unique_violation; END $$;
                CREATE TRIGGER dawdle BEFORE INSERT ON event_store.event
                    FOR EACH ROW WHEN (new.payload LIKE '%slow %') EXECUTE FUNCTION dawdle()""");

        assertThatThrownBy(() -> writer().write(proposals)).isInstanceOf(NeedsTransaction.class);

        assertThat(eventsOf(proposals)).isZero();
    }

    @Test
    void onlyOfWhatWasToBeCommittedIsTheOutcomeUnknown() throws Exception {
        database.breakOffAtCommitOf("breaks off");
        otherHub.send(ENGINEER, registering(next(), "gone " + model));
        var leftOut = proposal(ENGINEER, registering(next(), "gone " + model));
        var committed = proposal(ENGINEER, registering(next(), "breaks off " + model));

        var written = writer().write(List.of(leftOut, committed));

        assertThat(written.get(0)).isEmpty();
        assertThat(written.get(1).orElseThrow().unconfirmed()).isNotNull();
        assertThatThrownBy(() -> writer().write(proposal(ENGINEER, registering(next(), "breaks off too " + model))))
                .isInstanceOf(CommitAwareTransactions.CommitFailed.class);
    }

    /** What was seen of the others would be old when the wait has ended. */
    @Test
    void whatMayWaitIsLookedAtFirst() {
        var looked = new ArrayList<String>();
        var proposal = proposal(ENGINEER, registering(model, "patient " + model));
        for (var name : List.of("at once", "after a wait", "at once too")) {
            proposal.proposal().restsOn(premises(name, looked), name);
        }

        write(List.of(proposal));

        assertThat(looked).hasSize(3).startsWith("after a wait");
    }

    private static Premises<String> premises(String name, List<String> looked) {
        return new Premises<>() {
            @Override
            public Set<String> holding(JdbcTemplate jdbc, Set<String> premises) {
                looked.add(name);
                return premises;
            }

            @Override
            public boolean mayWait() {
                return name.equals("after a wait");
            }

            @Override
            public void forget(String broken) {
                throw new AssertionError("all are so");
            }
        };
    }

    @Test
    void whatJudgedProposalsRestOnIsLockedUntilTheyAreCommitted() {
        hub.send(ENGINEER, registering(model, "locked " + model));
        hub.send(ENGINEER, moving(model, ComplianceStatus.UNDER_REVIEW));
        var proposal = proposal(OFFICER, approving(model));
        var held = new AtomicReference<@Nullable Long>();
        // The name comes after the policies; whoever looks then sees what is locked.
        jdbc().execute((java.sql.Connection connection) -> {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement("INSERT INTO event_store.model VALUES (?, 1, 'prod', ?)")) {
                statement.setLong(1, next().value());
                statement.setString(2, "held " + model);
                statement.executeUpdate();
            }
            var claimed = proposal(ENGINEER, registering(next(), "held " + model));
            var writing = Thread.ofVirtual().start(() -> writer().write(List.of(proposal, claimed)));
            held.set(sharedPolicyLocks());
            connection.rollback();
            connection.setAutoCommit(true);
            join(writing);
            return null;
        });

        assertThat(held.get()).isEqualTo(1);
        assertThat(jdbc().queryForObject(
                                "SELECT count(*) FROM event_store.event WHERE aggregate_id = ?",
                                Long.class,
                                model.toString()))
                .isEqualTo(3);
    }

    /** Waits until somebody waits for a row, and tells how many then have the lock of the policies in common. */
    private static Long sharedPolicyLocks() {
        while (Boolean.FALSE.equals(jdbc().queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted)",
                        Boolean.class))) {
            Thread.onSpinWait();
        }
        return Objects.requireNonNull(jdbc().queryForObject("""
                SELECT count(*) FROM pg_locks
                 WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted
                   AND (classid::bigint << 32) + objid::bigint = hashtextextended('policies', 0)
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""", Long.class));
    }

    private static void assertLeftOut(Finished proposal) {
        var sound = proposal(ENGINEER, registering(next(), "beside it " + NUMBERS.incrementAndGet()));
        var before = eventsOf(List.of(proposal));

        var indexes = writer().write(List.of(proposal, sound));

        assertThat(indexes.get(0)).isEmpty();
        assertThat(indexes.get(1)).isPresent();
        assertThat(eventsOf(List.of(proposal))).isEqualTo(before);
    }

    private static ProposalWriter writer() {
        return hub.part(ProposalWriter.class);
    }

    private static List<Long> write(List<Finished> proposals) {
        return writer().write(proposals).stream()
                .map(Optional::orElseThrow)
                .map(ProposalWriter.Written::index)
                .toList();
    }

    private static Finished proposal(Caller caller, Command command) {
        return proposal(CommandHub.call(caller, null), command);
    }

    private static Finished proposal(String key, Command command) {
        return proposal(CommandHub.call(ENGINEER, key), command);
    }

    /** Decides as the pipeline does, and stops before anything is written. */
    private static Finished proposal(CommandCall call, Command command) {
        var dispatch = new BusDispatch(hub.part(CommandBus.class), hub.part(CommandStatistics.class));
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        new DrawnIds().attachTo(unitOfWork);
        var proposal = Proposal.begin(unitOfWork);
        var decided = new RuntimeException("decided");
        var result = unitOfWork.executeWithResult(
                () -> {
                    dispatch.send(command, call.context());
                    unitOfWork.onPrepareCommit(_ -> {
                        proposal.close();
                        throw decided;
                    });
                    return "sent";
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.exceptionResult() != decided) {
            throw new IllegalStateException(result.exceptionResult().getMessage(), result.exceptionResult());
        }
        return new Finished(call, proposal, new KeptAnswer(201, "application/json", "proposed", null, null, null));
    }

    private static void elsewhere(Runnable work) {
        java.util.concurrent.CompletableFuture.runAsync(work).join();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelId next() {
        return new ModelId(NUMBERS.incrementAndGet());
    }

    private static ModelCommand registering(ModelId id, String name) {
        return registering(ACME, id, name);
    }

    private static ModelCommand registering(
            org.aigovernancehub.api.organization.OrganizationId organization, ModelId id, String name) {
        return new ModelCommand.RegisterModel(
                id,
                organization,
                Environment.PROD,
                new ModelDetails(
                        name, null, "Risk team", DataSensitivity.PII, DataClassification.CONFIDENTIAL, "US", null),
                new RiskProfile(RiskLevel.LIMITED, "credit", null, null, null, null));
    }

    private static ModelCommand moving(ModelId id, ComplianceStatus status) {
        return new ModelCommand.ChangeComplianceStatus(id, status, "for a reason", null);
    }

    private static ModelCommand approving(ModelId id) {
        return new ModelCommand.ChangeComplianceStatus(id, ComplianceStatus.APPROVED, null, "looked at");
    }

    private static ModelCommand raising(ModelId id) {
        return new ModelCommand.ChangeRiskProfile(
                id,
                Patch.of(RiskLevel.HIGH),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    private ModelCommand measuring(long versionId) {
        return new ModelCommand.RecordMetrics(model, versionId, List.of(new ModelCommand.Measurement("auc", 0.9)));
    }

    private static PolicyCommand evidence(PolicyId id, boolean active) {
        return new PolicyCommand.CreatePolicy(
                id,
                ACME,
                null,
                PolicyScope.ORGANIZATION,
                ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL,
                new PolicyTerms("Evidence " + id, null, PolicyMode.ENFORCE),
                active);
    }

    private static PolicyCommand switching(PolicyId id, boolean active) {
        return new PolicyCommand.ChangePolicy(id, Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(active));
    }

    private static OrganizationCommand activating(boolean active) {
        return new OrganizationCommand.ChangeOrganization(OTHER, Patch.absent(), Patch.absent(), Patch.of(active));
    }

    private static List<String> transactionsOf(List<Long> indexes) {
        return jdbc().queryForList(
                        "SELECT DISTINCT xmin::text FROM event_store.event WHERE global_index = ANY (?)",
                        String.class,
                        (Object) indexes.toArray(Long[]::new));
    }

    private String streamOf(long index) {
        return Objects.requireNonNull(jdbc().queryForObject(
                        "SELECT aggregate_id FROM event_store.event WHERE global_index = ?", String.class, index));
    }

    private static String nameOf(long index) {
        return Objects.requireNonNull(jdbc().queryForObject(
                        "SELECT event_name FROM event_store.event WHERE global_index = ?", String.class, index));
    }

    private static long eventsOf(List<Finished> proposals) {
        return Objects.requireNonNull(jdbc().queryForObject(
                        "SELECT count(*) FROM event_store.event WHERE event_id = ANY (?)", Long.class, (Object)
                                proposals.stream()
                                        .flatMap(proposal -> proposal.proposal().events().stream())
                                        .map(event -> event.getIdentifier())
                                        .toArray(String[]::new)));
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(database.as("hub_command"));
    }
}
