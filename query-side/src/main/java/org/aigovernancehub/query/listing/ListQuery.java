package org.aigovernancehub.query.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.query.read.Columns;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** What a list reads: columns, conditions, order. Conditions are added as a call's filters say; then it does not change any more. */
public final class ListQuery<T> {
    private static final int COUNTED = 10_000;

    private final String columns;
    private final String from;
    private final RowMapper<T> mapper;
    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private @Nullable String endColumn;
    private List<String> alternatives = List.of();
    private @Nullable Recorded recorded;
    private @Nullable SearchedIn search;
    private @Nullable Consumer<Snapshot> parent;

    public ListQuery(String columns, String from, RowMapper<T> mapper, Order order) {
        this.columns = columns;
        this.from = from;
        this.mapper = mapper;
        this.order = order;
    }

    /** Adds a condition with one parameter; null leaves it out. */
    public ListQuery<T> where(String condition, @Nullable Object argument) {
        if (argument != null) {
            conditions.add(condition);
            arguments.add(argument instanceof Wire wire ? wire.wire() : argument);
        }
        return this;
    }

    /** Adds a condition as it is; null leaves it out. */
    public ListQuery<T> where(@Nullable String condition) {
        if (condition != null) {
            conditions.add(condition);
        }
        return this;
    }

    /**
     * Adds that one of these conditions holds; no row may meet two. Each is read on an index of its own, and the results are merged: a
     * condition with OR would walk past all that meets neither.
     */
    public ListQuery<T> whereOneOf(String... conditions) {
        alternatives = List.of(conditions);
        return this;
    }

    /**
     * Keeps to what was recorded in a time; null leaves an end open. Of rows with a {@code position}, in whose order the list is.
     *
     * @param column of the time
     * @param from the earliest
     * @param to the time before which
     */
    public ListQuery<T> recorded(String column, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            where(column + " >= ?", Columns.stored(from));
            where(column + " < ?", Columns.stored(to));
            recorded = new Recorded(from, to);
        }
        return this;
    }

    /** Finds a text in the rows' {@code search_text}; null leaves it out. */
    public ListQuery<T> search(String relation, @Nullable String text) {
        if (text != null) {
            search = new SearchedIn(relation, text);
        }
        return this;
    }

    /** Looks first whether there is what the list belongs to; the check throws {@code not-found} if there is not. */
    public ListQuery<T> of(Consumer<Snapshot> check) {
        parent = check;
        return this;
    }

    /** Lets an export end at the position at which it began, by this column. */
    public ListQuery<T> endingAt(String positionColumn) {
        endColumn = positionColumn;
        return this;
    }

    /** Returns the same query of what the rows become. */
    public <R> ListQuery<R> mapped(Function<T, R> function) {
        var other = new ListQuery<R>(
                columns,
                from,
                (row, index) -> function.apply(java.util.Objects.requireNonNull(mapper.mapRow(row, index))),
                order);
        other.conditions.addAll(conditions);
        other.arguments.addAll(arguments);
        other.endColumn = endColumn;
        other.alternatives = alternatives;
        other.recorded = recorded;
        other.search = search;
        other.parent = parent;
        return other;
    }

    /** Reads the first rows, as they are now. */
    public List<T> first(Snapshot snapshot, int limit) {
        return fetch(snapshot, null, limit, null).stream().map(Keyed::row).toList();
    }

    /**
     * Writes the rows as a relation that another statement can sum up: never more than so many, so that the sum has its limit too.
     *
     * @param inOrder whether the limit leaves the first ones of the list; else it leaves any
     */
    public Selection selection(Snapshot snapshot, int limit, boolean inOrder) {
        var where = new Where(snapshot, null);
        var end = (inOrder ? " ORDER BY " + order.orderBy(false) : "") + " LIMIT " + limit;
        return new Selection(
                where.sql("SELECT %s FROM %s".formatted(columns, from), "SELECT * FROM (%s) merged", end),
                List.of(where.sqlArguments()));
    }

    /** A statement without its values, and these. */
    public record Selection(String sql, List<@Nullable Object> arguments) {}

    Order order() {
        return order;
    }

    /** A row with the keys of its place. */
    record Keyed<T>(T row, List<String> keys) {}

    /**
     * Reads rows beyond a place.
     *
     * @param at null for the start
     * @param end the position at which an export began; null for none
     */
    List<Keyed<T>> fetch(Snapshot snapshot, @Nullable Cursor at, int limit, @Nullable Long end) {
        if (parent != null) {
            parent.accept(snapshot);
        }
        boolean backward = at != null && at.backward();
        var where = new Where(snapshot, end);
        if (at != null) {
            where.conditions.add(order.beyond(backward));
            where.arguments.addAll(at.keys());
        }
        return snapshot.list(
                where.sql(
                        "SELECT %s FROM %s".formatted(columns, from),
                        "SELECT * FROM (%s) merged",
                        " ORDER BY %s LIMIT %d".formatted(order.orderBy(backward), limit)),
                this::keyed,
                where.sqlArguments());
    }

    private Keyed<T> keyed(ResultSet row, int index) throws SQLException {
        var keys = new ArrayList<String>();
        for (var key : order.keys()) {
            keys.add(row.getString(key.column()));
        }
        return new Keyed<>(java.util.Objects.requireNonNull(mapper.mapRow(row, index)), keys);
    }

    /** Returns the ids of all rows as they follow each other now: where rows can get another place, an export goes by these. */
    long[] ids(Snapshot snapshot) {
        var where = new Where(snapshot, null);
        return snapshot.numbers(
                where.sql(
                        "SELECT %s FROM %s".formatted(order.unique(), from),
                        "SELECT * FROM (%s) merged",
                        " ORDER BY " + order.orderBy(false)),
                where.sqlArguments());
    }

    /** Reads the rows of these ids, in their order; what does not belong to the list any more is left out. */
    List<Keyed<T>> fetch(Snapshot snapshot, Long[] ids) {
        var where = new Where(snapshot, null);
        where.conditions.add(order.unique() + " = ANY (?)");
        where.arguments.add(ids);
        var rows = snapshot
                .list(
                        where.sql("SELECT %s FROM %s".formatted(columns, from), "SELECT * FROM (%s) merged", ""),
                        this::keyed,
                        where.sqlArguments())
                .stream()
                .collect(Collectors.toMap(row -> Long.valueOf(row.keys().getLast()), Function.identity()));
        return Arrays.stream(ids)
                .map(rows::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Counts the rows of all pages; exact to 10,000, then {@code 10000+}. */
    String total(Snapshot snapshot) {
        if (search != null && search.isFrequent() && onlySearches(snapshot)) {
            return COUNTED + "+";
        }
        var where = new Where(snapshot, null);
        var counted = where.sql("SELECT 1 FROM " + from, "%s", " LIMIT %d".formatted(COUNTED + 1));
        long count = snapshot.number("SELECT count(*) FROM (%s) counted".formatted(counted), where.sqlArguments());
        return count > COUNTED ? COUNTED + "+" : Long.toString(count);
    }

    /** Whether a caller who sees one organisation asks for nothing but a text. */
    private boolean onlySearches(Snapshot snapshot) {
        return snapshot.call().tenant() != null
                && conditions.equals(List.of("organization_id = ?"))
                && recorded == null
                && alternatives.isEmpty();
    }

    /** The conditions of one statement. */
    private final class Where {
        private final List<String> conditions = new ArrayList<>(ListQuery.this.conditions);
        private final List<@Nullable Object> arguments = new ArrayList<>(ListQuery.this.arguments);

        Where(Snapshot snapshot, @Nullable Long end) {
            if (recorded != null) {
                recorded.addTo(snapshot, conditions, arguments);
            }
            if (search != null) {
                search.addTo(snapshot, conditions, arguments);
            }
            if (end != null && endColumn != null) {
                conditions.add(endColumn + " <= ?");
                arguments.add(end);
            }
        }

        /**
         * Writes the statement: once, or once for each alternative, and merged.
         *
         * @param merged what to do with several results, where {@code %s} stands for them
         * @param end the order and the limit, of each and of the whole
         */
        String sql(String select, String merged, String end) {
            if (alternatives.isEmpty()) {
                return select + clause(conditions) + end;
            }
            var each = alternatives.stream()
                    .map(alternative -> {
                        var all = new ArrayList<>(conditions);
                        all.add(alternative);
                        return "(" + select + clause(all) + end + ")";
                    })
                    .collect(Collectors.joining(" UNION ALL "));
            return merged.formatted(each) + end;
        }

        @Nullable
        Object[] sqlArguments() {
            return Stream.generate(() -> arguments)
                    .limit(Math.max(1, alternatives.size()))
                    .flatMap(List::stream)
                    .toArray();
        }

        private static String clause(List<String> conditions) {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    /** A time, found by the positions between which its hours lie. */
    private static final class Recorded {
        private final @Nullable Instant from;
        private final @Nullable Instant to;
        private @Nullable Between between;

        private record Between(long first, long last) {}

        Recorded(@Nullable Instant from, @Nullable Instant to) {
            this.from = from;
            this.to = to;
        }

        void addTo(Snapshot snapshot, List<String> conditions, List<@Nullable Object> arguments) {
            var found = between;
            if (found == null) {
                found = find(snapshot);
                between = found;
            }
            conditions.add("position BETWEEN ? AND ?");
            arguments.add(found.first());
            arguments.add(found.last());
        }

        private Between find(Snapshot snapshot) {
            return snapshot.one(
                            """
                            SELECT coalesce(min(first_position), 9223372036854775807) AS first,
                                   coalesce(max(last_position), 0) AS last
                              FROM recorded_hour
                             WHERE hour >= coalesce(CAST(? AS timestamptz), '-infinity')
                               AND hour < coalesce(CAST(? AS timestamptz), 'infinity')""",
                            (row, _) -> new Between(
                                    from == null ? 0 : row.getLong("first"),
                                    to == null ? Long.MAX_VALUE : row.getLong("last")),
                            Columns.stored(from == null ? null : from.truncatedTo(ChronoUnit.HOURS)),
                            Columns.stored(to))
                    .orElseThrow();
        }
    }

    /**
     * A text to be found. It is resolved to ids through the index if it is in no more rows than are counted; what is in more is found by
     * walking the list, which then meets it soon.
     */
    private static final class SearchedIn {
        private final String relation;
        private final String pattern;
        private @Nullable List<Long> ids;

        SearchedIn(String relation, String text) {
            this.relation = relation;
            this.pattern = "%" + SearchText.folded(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }

        /** Whether more rows have it than are counted; known once a statement has been made. */
        boolean isFrequent() {
            return ids != null && ids.size() > COUNTED;
        }

        void addTo(Snapshot snapshot, List<String> conditions, List<@Nullable Object> arguments) {
            var found = ids;
            if (found == null) {
                found = snapshot.list(
                        "SELECT read_model.matching(?, ?, ?)",
                        (row, _) -> row.getLong(1),
                        relation,
                        pattern,
                        COUNTED + 1);
                ids = found;
            }
            if (isFrequent()) {
                snapshot.walkInOrder();
                conditions.add("search_text LIKE ?");
                arguments.add(pattern);
            } else {
                conditions.add(relation + "_id = ANY (?)");
                arguments.add(found.toArray(Long[]::new));
            }
        }
    }
}
