package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.NumberedCommit;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.eventstore.SnapshotStore;
import org.aigovernancehub.command.proposal.GuardedDataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the way of a command; only on hubs that append. */
@Configuration(proxyBeanMethods = false)
public class PipelineConfiguration {
    private static final long HOUR_MILLIS = 3_600_000;

    private final JdbcTemplate jdbc;
    private final DataSource proposalDataSource;

    /**
     * @param dataSource for what has a transaction of its own
     * @param proposalDataSource for proposals: whoever has one of its connections waits for the database and for nothing else
     */
    PipelineConfiguration(
            @Qualifier("commandDataSource") GuardedDataSource dataSource,
            @Qualifier("proposalDataSource") DataSource proposalDataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.proposalDataSource = proposalDataSource;
    }

    @Bean
    Ids ids() {
        return new SequenceIds(jdbc, new JdbcTemplate(proposalDataSource));
    }

    @Bean
    CommandStatistics commandStatistics(MeterRegistry meters) {
        return new CommandStatistics(meters);
    }

    @Bean
    CommitAwareTransactions commandTransactions(
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
        return new CommitAwareTransactions(transactions);
    }

    @Bean
    SnapshotStore snapshotStore(AggregateTypes aggregates) {
        return new SnapshotStore(jdbc, aggregates.classes());
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(EventCodec codec, SnapshotStore snapshots, EventFeed feed) {
        return new PostgresEventStorageEngine(jdbc, codec, snapshots, feed);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            PostgresEventStorageEngine engine,
            CommitAwareTransactions transactions,
            SnapshotStore snapshots,
            AggregateTypes aggregates,
            List<DecisionPort> ports,
            Clock clock) {
        return AxonConfiguration.assemble(engine, snapshots, transactions, aggregates.classes(), ports, clock);
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    ProposalWriter proposalWriter(PostgresEventStorageEngine engine, PositionSignal signal) {
        return new ProposalWriter(
                new JdbcTemplate(proposalDataSource),
                new CommitAwareTransactions(new JdbcTransactionManager(proposalDataSource)),
                engine,
                new NumberedCommit(signal));
    }

    @Bean
    CommandPipeline commandPipeline(
            CommandBus bus,
            CommitAwareTransactions transactions,
            ProposalWriter proposals,
            Sequencer sequencer,
            AnswerWriter writer,
            CommandStatistics statistics) {
        return new TransactionalPipeline(
                new BusDispatch(bus, statistics),
                transactions,
                new IdempotencyKeys(jdbc),
                proposals,
                sequencer,
                writer,
                statistics);
    }

    @Scheduled(fixedDelay = HOUR_MILLIS)
    void forgetOldIdempotencyKeys() {
        new IdempotencyKeys(jdbc).forgetOld();
    }
}
