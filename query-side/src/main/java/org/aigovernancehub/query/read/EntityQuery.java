package org.aigovernancehub.query.read;

import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.problem.ProblemException;
import org.springframework.jdbc.core.RowMapper;

/**
 * How the row of one entity is found.
 *
 * @param id whose row
 * @param columns of it
 * @param table where it is, by a key that is named as the table is, with {@code _id}
 */
public record EntityQuery<T>(AggregateId id, String columns, String table, RowMapper<T> mapper) {

    /** Finds the row, or throws {@code not-found}, or {@code projection-damaged}. */
    public T find(Snapshot snapshot) {
        snapshot.requireSound(id);
        return snapshot.one(sql(Keys.of(1)), mapper, id.value()).orElseThrow(() -> ProblemException.notFound(id));
    }

    /** Returns the statement that finds so many rows by their ids. */
    String sql(Keys keys) {
        return "SELECT " + columns + " FROM " + table + " WHERE " + key() + keys.in();
    }

    /** Returns the column of the id, which is one of the columns. */
    String key() {
        return table + "_id";
    }
}
