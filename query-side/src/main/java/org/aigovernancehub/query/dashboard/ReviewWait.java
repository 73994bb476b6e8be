package org.aigovernancehub.query.dashboard;

import static org.aigovernancehub.query.read.Columns.stored;
import static org.aigovernancehub.query.read.Columns.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.query.projection.ProjectionTables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Since when a model has been under review.
 *
 * @param since null while it is not
 */
record ReviewWait(
        long modelId, long organizationId, @Nullable Instant since) {
    static final Table TABLE = Table.of("review_wait", 1, "model_id", "organization_id", "since");
    static final String SELECT = "SELECT * FROM review_wait WHERE model_id";

    static ReviewWait of(ResultSet row, int index) throws SQLException {
        return new ReviewWait(row.getLong("model_id"), row.getLong("organization_id"), timeOrNull(row, "since"));
    }

    static ReviewWait after(ModelEvent.ComplianceStatusChanged event, Instant at) {
        return new ReviewWait(
                event.modelId().value(),
                event.organizationId().value(),
                event.to() == ComplianceStatus.UNDER_REVIEW ? at : null);
    }

    /** Returns how long the review took that ended at an instant; never less than nothing, since clocks of hubs differ. */
    static Duration between(Instant since, Instant end) {
        return end.isBefore(since) ? Duration.ZERO : Duration.between(since, end);
    }

    @Nullable
    Object[] values() {
        return new @Nullable Object[] {modelId, organizationId, stored(since)};
    }
}
