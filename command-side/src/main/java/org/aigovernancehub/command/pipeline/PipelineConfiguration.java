package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.eventstore.SnapshotStore;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the way of a command; only on hubs that append. */
@Configuration(proxyBeanMethods = false)
public class PipelineConfiguration {
    private static final long HOUR_MILLIS = 3_600_000;

    private final JdbcTemplate jdbc;

    PipelineConfiguration(@Qualifier("commandDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Bean
    Ids ids() {
        return new SequenceIds(jdbc);
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

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            CommitAwareTransactions transactions,
            EventCodec codec,
            EventFeed feed,
            SnapshotStore snapshots,
            AggregateTypes aggregates,
            List<DecisionPort> ports,
            Clock clock) {
        var engine = new PostgresEventStorageEngine(jdbc, codec, snapshots, feed);
        return AxonConfiguration.assemble(engine, snapshots, transactions, aggregates.classes(), ports, clock);
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    CommandPipeline commandPipeline(
            CommandBus bus,
            CommitAwareTransactions transactions,
            Sequencer sequencer,
            AnswerWriter writer,
            CommandStatistics statistics) {
        return new TransactionalPipeline(
                new BusDispatch(bus, statistics),
                transactions,
                new IdempotencyKeys(jdbc),
                sequencer,
                writer,
                statistics);
    }

    @Scheduled(fixedDelay = HOUR_MILLIS)
    void forgetOldIdempotencyKeys() {
        new IdempotencyKeys(jdbc).forgetOld();
    }
}
