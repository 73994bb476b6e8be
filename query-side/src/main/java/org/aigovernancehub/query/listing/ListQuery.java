package org.aigovernancehub.query.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aigovernancehub.api.Wire;
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
    private @Nullable SearchedIn search;
    private @Nullable Consumer<Snapshot> parent;

    /** @param from a table, or a query in brackets with a name */
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
        other.search = search;
        other.parent = parent;
        return other;
    }

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
        where.arguments.add(limit);
        var sql = "SELECT %s FROM %s%s ORDER BY %s LIMIT ?"
                .formatted(columns, from, where.clause(), order.orderBy(backward));
        return snapshot.list(
                sql,
                (row, index) -> {
                    var keys = new ArrayList<String>();
                    for (var key : order.keys()) {
                        keys.add(row.getString(key.column()));
                    }
                    return new Keyed<>(java.util.Objects.requireNonNull(mapper.mapRow(row, index)), keys);
                },
                where.arguments.toArray());
    }

    /** Counts the rows of all pages; exact to 10,000, then {@code 10000+}. */
    String total(Snapshot snapshot) {
        var where = new Where(snapshot, null);
        long count = snapshot.number(
                "SELECT count(*) FROM (SELECT 1 FROM %s%s LIMIT %d) counted"
                        .formatted(from, where.clause(), COUNTED + 1),
                where.arguments.toArray());
        return count > COUNTED ? COUNTED + "+" : Long.toString(count);
    }

    /** The conditions of one statement. */
    private final class Where {
        private final List<String> conditions = new ArrayList<>(ListQuery.this.conditions);
        private final List<@Nullable Object> arguments = new ArrayList<>(ListQuery.this.arguments);

        Where(Snapshot snapshot, @Nullable Long end) {
            if (search != null) {
                search.addTo(snapshot, conditions, arguments);
            }
            if (end != null && endColumn != null) {
                conditions.add(endColumn + " <= ?");
                arguments.add(end);
            }
        }

        String clause() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    /**
     * A text to be found. Rare ones are resolved to ids through the index; what is in very many rows is found by walking the list, which
     * then meets it soon.
     */
    private static final class SearchedIn {
        private static final int RARE = 2_000;

        private final String relation;
        private final String pattern;
        private @Nullable List<Long> ids;

        SearchedIn(String relation, String text) {
            this.relation = relation;
            this.pattern = "%" + SearchText.folded(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }

        void addTo(Snapshot snapshot, List<String> conditions, List<@Nullable Object> arguments) {
            var found = ids;
            if (found == null) {
                found = snapshot.list(
                        "SELECT read_model.matching(?, ?, ?)", (row, _) -> row.getLong(1), relation, pattern, RARE + 1);
                ids = found;
            }
            if (found.size() > RARE) {
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
