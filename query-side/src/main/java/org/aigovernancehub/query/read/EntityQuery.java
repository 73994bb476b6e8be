package org.aigovernancehub.query.read;

import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.problem.ProblemException;
import org.springframework.jdbc.core.RowMapper;

/**
 * How the row of one entity is found.
 *
 * @param id whose row
 * @param sql finds it; its only parameter is the id's number
 */
public record EntityQuery<T>(AggregateId id, String sql, RowMapper<T> mapper) {

    /** Finds the row, or throws {@code not-found}, or {@code projection-damaged}. */
    public T in(Snapshot snapshot) {
        snapshot.requireSound(id);
        return snapshot.one(sql, mapper, id.value()).orElseThrow(this::notFound);
    }

    ProblemException notFound() {
        return ProblemException.notFound(id);
    }
}
