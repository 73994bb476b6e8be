package org.aigovernancehub.command.proposal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table that can be there once: a name, a tag, a link. Who comes second gets nothing, and no error, since that would
 * end the transaction.
 *
 * @param table where it is claimed
 * @param values its row's, in the order of the columns; the first is the id, which no other row has
 */
public record Claim(Table table, List<@Nullable Object> values) {

    /**
     * @param conflict what tells that two rows are the same: {@code (name)}, or {@code ON CONSTRAINT model_name_key}
     * @param columns separated by commas, the id first
     */
    public record Table(String name, String conflict, String columns) {

        /** Returns the claim of a row. */
        public Claim claim(@Nullable Object... values) {
            return new Claim(this, Arrays.asList(values));
        }

        /** Returns the statement that inserts so many rows, and returns the ids of those that were not there. */
        public String insert(int rows) {
            var row = "(" + columns.replaceAll("[a-z_]+", "?") + ")";
            return "INSERT INTO %s (%s) VALUES %s ON CONFLICT %s DO NOTHING RETURNING %s"
                    .formatted(
                            name,
                            columns,
                            String.join(", ", Collections.nCopies(rows, row)),
                            conflict,
                            columns.substring(0, columns.indexOf(',')));
        }
    }

    public Long id() {
        return (Long) Objects.requireNonNull(values.getFirst());
    }
}
