package org.aigovernancehub.query.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.aigovernancehub.api.concurrent.BatchedCall;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.projection.Signal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a read through once the read models have reached the highest position that existed when it arrived, at most two seconds later. The
 * positions and the rows come from one snapshot (the pool's transactions are repeatable reads), so that what was checked is what is
 * read; and the tenant is set in the transaction itself, for row-level security.
 */
@Component
public final class ReadGate {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LONGEST_PAUSE_MILLIS = 20;
    /** Finds the live generation, sets the tenant for as long as the transaction lasts, and tells positions. */
    private static final String ENTER = """
            SELECT g.position, g.parked, (SELECT coalesce(max(p.position), 0) FROM event_store.event_position p) AS highest,
                   'read_model_' || g.name AS schema, current_setting('search_path') AS search_path,
                   set_config('hub.organization', ?, true), set_config('hub.platform', ?, true)
              FROM read_model.generation g WHERE g.state = 'live'""";

    /**
     * Makes the connection's statements mean the live generation, for longer than the transaction: a change of the path makes the driver
     * prepare all of them anew (PostgreSQL reports it from version 18 on), which costs more than most reads.
     */
    private static final String FOLLOW = "SELECT set_config('search_path', ?, false)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Signal progress;
    private final BatchedCall<Wanted<?>, Entered> glances = new BatchedCall<>(Wanted::group, this::glance);

    ReadGate(
            @Qualifier("queryDataSource") javax.sql.DataSource dataSource,
            @Qualifier("queryTransactionManager") PlatformTransactionManager transactions,
            Signal progress) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.progress = progress;
    }

    /**
     * Reads what reflects every event that existed when the call arrived.
     *
     * @throws ProblemException {@code projection-behind} if the read models do not get there in time
     */
    public <T> Reading<T> read(ReadCall call, Function<Snapshot, T> work) {
        return read(call, null, work);
    }

    /**
     * The same, of a list that is read in several transactions: only the first one has to wait.
     *
     * @param target a position that has been reached before
     */
    public <T> Reading<T> readOn(ReadCall call, long target, Function<Snapshot, T> work) {
        return read(call, target, work);
    }

    /**
     * Reads one entity, as {@link #read} does. Nearly always nothing is in the way; so its row is asked for together with the positions, in
     * one message, for all who read such entities of the same organisation at the time. Whatever is not as it nearly always is goes
     * the ordinary way: a generation that is behind, damaged or not the one that the connection means, and a row that is not there.
     *
     * @throws ProblemException {@code not-found}, {@code projection-damaged}, or {@code projection-behind}
     */
    public <T> Reading<T> readEntity(ReadCall call, EntityQuery<T> query) {
        var wanted = new Wanted<>(query, organization(call), platform(call));
        var entered = glances.of(wanted);
        return wanted.row()
                .map(row -> new Reading<>(row, entered.position(), false, 0))
                .orElseGet(() -> read(call, entered.highest(), query::find));
    }

    /**
     * Enters, and looks at rows. PostgreSQL runs what one message asks for as one transaction, without a BEGIN or COMMIT of its own;
     * should the driver ever send two messages, the second one has no tenant, and row-level security gives it no row.
     */
    private List<Entered> glance(List<Wanted<?>> wanted) {
        var first = wanted.getFirst();
        var keys = Keys.of(wanted.size());
        var ids = keys.filled(wanted.stream().map(Wanted::id).toList());
        var entered = jdbc.execute(ENTER + ";\n" + first.query.sql(keys), (PreparedStatement statement) -> {
            statement.setString(1, first.organization);
            statement.setString(2, first.platform);
            for (int i = 0; i < ids.size(); i++) {
                statement.setLong(3 + i, ids.get(i));
            }
            statement.execute();
            Entered all;
            try (var rows = statement.getResultSet()) {
                rows.next();
                all = entered(rows);
            }
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                while (all.isUpToDate() && rows.next()) {
                    long id = rows.getLong(first.query.key());
                    for (var one : wanted) {
                        if (one.id() == id) {
                            one.read(rows);
                        }
                    }
                }
            }
            return all;
        });
        return Collections.nCopies(wanted.size(), Objects.requireNonNull(entered));
    }

    private <T> Reading<T> read(ReadCall call, @Nullable Long target, Function<Snapshot, T> work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var needed = target;
        for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            long seen = progress.seen();
            var attempt = attempt(call, needed, work);
            if (attempt.reading().isPresent()) {
                return attempt.reading().get();
            }
            needed = attempt.target();
            if (System.nanoTime() > deadline) {
                throw new ProblemException(
                                ProblemType.PROJECTION_BEHIND,
                                "The read model has not caught up with event %d yet. Repeat in a moment, or send 'Prefer: handling=lenient' to read what is there."
                                        .formatted(needed))
                        .with("retry_after", 1);
            }
            await(seen, pause);
        }
    }

    private <T> Attempt<T> attempt(ReadCall call, @Nullable Long target, Function<Snapshot, T> work) {
        var result = transaction.execute(_ -> {
            var entered = enter(call);
            long needed = target == null ? entered.highest() : target;
            boolean behind = entered.position() < needed;
            if (behind && !call.lenient()) {
                return new Attempt<T>(Optional.empty(), needed);
            }
            var snapshot = new Snapshot(jdbc, call, entered.position(), entered.parked());
            var value = work.apply(snapshot);
            return new Attempt<>(
                    Optional.of(new Reading<>(value, entered.position(), behind, snapshot.damagedEntities())), needed);
        });
        return Objects.requireNonNull(result);
    }

    private Entered enter(ReadCall call) {
        var entered = Objects.requireNonNull(
                jdbc.queryForObject(ENTER, (row, _) -> entered(row), organization(call), platform(call)));
        if (!entered.follows()) {
            jdbc.queryForObject(FOLLOW, String.class, entered.schema());
        }
        return entered;
    }

    private static String organization(ReadCall call) {
        var tenant = call.tenant();
        return tenant == null ? "" : tenant.toString();
    }

    private static String platform(ReadCall call) {
        return Boolean.toString(call.caller().platform());
    }

    private static Entered entered(ResultSet row) throws SQLException {
        return new Entered(
                row.getLong("position"),
                row.getLong("highest"),
                row.getLong("parked"),
                row.getString("schema"),
                row.getString("search_path"));
    }

    private void await(long seen, long millis) {
        try {
            progress.await(seen, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "The hub is shutting down; repeat at another one.");
        }
    }

    private record Entered(long position, long highest, long parked, String schema, String searchPath) {

        /** Whether the connection's statements mean the live generation. */
        boolean follows() {
            return schema.equals(searchPath);
        }

        /** Whether rows of this transaction reflect every event: all of them do, or nobody knows which. */
        boolean isUpToDate() {
            return follows() && parked == 0 && position >= highest;
        }
    }

    /** An entity that somebody reads, and whose rows that person may see; once it has been looked for, its row as well. */
    private static final class Wanted<T> {
        private final EntityQuery<T> query;
        private final String organization;
        private final String platform;
        private @Nullable T row;

        Wanted(EntityQuery<T> query, String organization, String platform) {
            this.query = query;
            this.organization = organization;
            this.platform = platform;
        }

        long id() {
            return query.id().value();
        }

        /** Returns what is alike in all that one statement finds. */
        List<String> group() {
            return List.of(query.table(), query.columns(), organization, platform);
        }

        /** Takes its row. One that cannot be read is found out again by who reads it, and spares the others. */
        void read(ResultSet found) {
            try {
                row = query.mapper().mapRow(found, 0);
            } catch (SQLException | RuntimeException _) {
                row = null;
            }
        }

        /** Returns its row; empty if there is none, or if it may not be used. */
        Optional<T> row() {
            return Optional.ofNullable(row);
        }
    }

    /** @param reading empty if the read models were behind {@code target} */
    private record Attempt<T>(Optional<Reading<T>> reading, long target) {}
}
