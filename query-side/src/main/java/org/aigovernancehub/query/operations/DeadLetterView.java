package org.aigovernancehub.query.operations;

import static org.aigovernancehub.query.read.Columns.number;
import static org.aigovernancehub.query.read.Columns.text;
import static org.aigovernancehub.query.read.Columns.time;
import static org.aigovernancehub.query.read.Columns.timeOrNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied, or that waits behind one.
 *
 * @param position the event's; retries and discards name it
 * @param entityType of the stream, as in the audit log
 * @param cause why it could not be applied; null for one that only waits behind another
 * @param attempts how often it was tried; 0 for one that only waits
 * @param discardedAt when it was given up; the entity stays marked all the same
 */
@Schema(name = "DeadLetter")
record DeadLetterView(
        long position,
        @Schema(example = "Model") String entityType,
        @Schema(example = "42") String entityId,
        @Nullable Long organizationId,
        @Schema(example = "MODEL_REGISTERED") String action,
        @Nullable String cause,
        int attempts,
        Instant parkedAt,
        @Nullable Instant discardedAt) {

    static DeadLetterView of(ResultSet row, int index) throws SQLException {
        var stream = text(row, "aggregate_id");
        int dash = stream.lastIndexOf('-');
        return new DeadLetterView(
                row.getLong("position"),
                stream.substring(0, 1).toUpperCase(Locale.ROOT) + stream.substring(1, dash),
                stream.substring(dash + 1),
                number(row, "organization_id"),
                text(row, "action"),
                row.getString("cause"),
                row.getInt("attempts"),
                time(row, "parked_at"),
                timeOrNull(row, "discarded_at"));
    }
}
