package org.aigovernancehub.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.aigovernancehub.command.proposal.GuardedDataSource;
import org.aigovernancehub.hub.launch.OnRole.CommandRole;
import org.aigovernancehub.hub.launch.OnRole.QueryRole;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.aigovernancehub.hub.settings.HubSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One pool for each database role that this hub needs; each connection acts as that role and no other. */
@Configuration(proxyBeanMethods = false)
public class PoolConfiguration {
    /** A lost database gives quick, clear answers instead of a pile of waiting requests. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /**
     * How long a statement may take. The server ends what takes longer; one that does not answer even then is behind a network that has
     * forgotten the connection, and nobody waits for it any longer than {@link #GRACE}.
     */
    private static final Duration STATEMENT = Duration.ofSeconds(20);

    /** Numbering takes milliseconds, and every command waits for it. */
    private static final Duration NUMBERING = Duration.ofSeconds(8);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int COMMAND_CONNECTIONS = 12;
    /** A transaction at a time, and ids; others only while one of these hangs. */
    private static final int PROPOSAL_CONNECTIONS = 4;

    private static final int QUERY_CONNECTIONS = 16;
    private static final int PROJECTOR_CONNECTIONS = 6;

    @Bean(destroyMethod = "close")
    @Primary
    @Conditional(CommandRole.class)
    GuardedDataSource commandDataSource(DatabaseUrl url) {
        return new GuardedDataSource(pool(url, "command", "hub_command", COMMAND_CONNECTIONS, STATEMENT, ""));
    }

    /** A proposal that has to wait for somebody's transaction keeps others waiting: it is given up soon, and all decide by themselves. */
    @Bean(destroyMethod = "close")
    @Conditional(CommandRole.class)
    HikariDataSource proposalDataSource(DatabaseUrl url) {
        var config = config(
                url, "proposals", "hub_command", PROPOSAL_CONNECTIONS, STATEMENT, " SET lock_timeout = '500ms';");
        // For good: a connection knows up to where events are numbered, and a new one has to look at all that anybody's
        // old snapshot keeps of them, while everybody else waits.
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    @Bean(destroyMethod = "close")
    @Conditional(QueryRole.class)
    HikariDataSource queryDataSource(DatabaseUrl url) {
        return pool(
                url,
                "query",
                "hub_query",
                QUERY_CONNECTIONS,
                STATEMENT,
                // One snapshot a transaction: what the barrier has checked is what is read. Pages are small; workers
                // would cost more than they give. The path is that of either generation, until a read has found out
                // which one is live.
                " SET default_transaction_isolation = 'repeatable read'; SET default_transaction_read_only = on;"
                        + " SET max_parallel_workers_per_gather = 0; SET search_path = read_model_a;");
    }

    @Bean(destroyMethod = "close")
    @Conditional(QueryRole.class)
    HikariDataSource projectorDataSource(DatabaseUrl url) {
        return pool(
                url,
                "projector",
                "hub_projector",
                PROJECTOR_CONNECTIONS,
                STATEMENT,
                // Rows and position roll back together if the server dies, and the events are applied again: no need to
                // wait for the disk. Rows are looked up by key only; a plan made while a table was empty, and kept
                // while it fills, would scan it.
                " SET synchronous_commit = off; SET enable_seqscan = off;");
    }

    /** Numbering and listening hold a connection each for as long as the hub runs. */
    @Bean(destroyMethod = "close")
    HikariDataSource sequencerDataSource(DatabaseUrl url, HubSettings settings) {
        return pool(url, "sequencer", settings.role().commands() ? "hub_command" : "hub_projector", 2, NUMBERING, "");
    }

    @Bean
    @Primary
    @Conditional(CommandRole.class)
    JdbcTransactionManager commandTransactionManager(@Qualifier("commandDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Conditional(QueryRole.class)
    JdbcTransactionManager queryTransactionManager(@Qualifier("queryDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Conditional(QueryRole.class)
    JdbcTransactionManager projectorTransactionManager(@Qualifier("projectorDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** Where events are followed: with the projections where there are any. */
    @Bean
    DataSource feedDataSource(
            @Qualifier("projectorDataSource") ObjectProvider<DataSource> projector,
            @Qualifier("commandDataSource") ObjectProvider<DataSource> command) {
        var followed = projector.getIfAvailable();
        return followed == null ? command.getObject() : followed;
    }

    private static HikariDataSource pool(
            DatabaseUrl url, String name, String role, int size, Duration longest, String settings) {
        return new HikariDataSource(config(url, name, role, size, longest, settings));
    }

    private static HikariConfig config(
            DatabaseUrl url, String name, String role, int size, Duration longest, String settings) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url.jdbcUrl());
        config.setUsername(url.user());
        config.setPassword(url.password() == null ? null : url.password().value());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setValidationTimeout(CONNECTION_TIMEOUT.toMillis() - 500);
        // The pools start without a database that is briefly away: the hub recovers without a restart.
        config.setInitializationFailTimeout(-1);
        // In UTC: the driver gives a session the JVM's time zone, and places in lists would be written in it.
        // Without jit: statements are short and many. PostgreSQL would compile at each run those that are dear on paper
        // only, as plans with enable_seqscan off are, and take a hundred times as long for it as for the statement.
        config.setConnectionInitSql(
                "SET ROLE %s; SET timezone = 'UTC'; SET statement_timeout = '%ds'; SET jit = off;%s SET idle_in_transaction_session_timeout = '30s'"
                        .formatted(role, longest.toSeconds(), settings));
        config.addDataSourceProperty("ApplicationName", "ai-governance-hub " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(longest.plus(GRACE).toSeconds()));
        return config;
    }
}
