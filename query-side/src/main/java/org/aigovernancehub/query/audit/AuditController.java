package org.aigovernancehub.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.Snapshot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the audit trail. */
@RestController
@RequestMapping("/api/v1/audit-logs")
@Tag(name = "Audit trail")
class AuditController {
    private final AuditRows rows;

    AuditController(AuditRows rows) {
        this.rows = rows;
    }

    @GetMapping
    @Operation(
            summary = "List the audit trail",
            description =
                    "Every event that the caller may see: the newest first, or, with after, the oldest first from there"
                            + " on. To poll, pass the id of the last entry that you have as after. Ids are positions: they count"
                            + " the events of all organisations, so that a tenant sees gaps.")
    @Exportable
    Listing<AuditEntry> list(
            @Valid @ModelAttribute AuditFilter filter, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(call, page, query(filter, call))
                .exportable(
                        "id",
                        "timestamp",
                        "entity_type",
                        "entity_id",
                        "action",
                        "actor",
                        "actor_id",
                        "organization_id",
                        "correlation_id",
                        "details");
    }

    private ListQuery<AuditEntry> query(AuditFilter filter, ReadCall call) {
        var after = filter.after();
        var query = rows.visibleTo(call, after == null ? AuditRows.NEWEST_FIRST : AuditRows.OLDEST_FIRST)
                .where("entity_type = ?", filter.entityType())
                .where("entity_id = ?", filter.entityId())
                .where("action = ?", filter.action())
                .where("actor = ?", filter.actor())
                .recorded("recorded_at", filter.from(), filter.to())
                .endingAt("position");
        return after == null ? query : query.where("position > ?", after).of(snapshot -> requireKnown(after, snapshot));
    }

    /** A client that is ahead of the events would otherwise wait, and then miss what takes the places of those that it has seen. */
    static void requireKnown(long position, Snapshot snapshot) {
        if (position > snapshot.position()) {
            long highest = AuditRows.highestPosition(snapshot);
            if (position > highest) {
                throw new ProblemException(
                        ProblemType.POSITION_UNKNOWN,
                        "There is no position %d yet; the highest is %d. If you have seen it, the database may have been restored: start again from a position that exists."
                                .formatted(position, highest));
            }
        }
    }
}
