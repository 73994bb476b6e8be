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
        return snapshot.one(sql(), mapper, id.value()).orElseThrow(() -> ProblemException.notFound(id));
    }

    /** Returns the statement, whose parameter is the id's number. */
    String sql() {
        return "SELECT " + columns + " FROM " + table + " WHERE " + table + "_id = ?";
    }
}
