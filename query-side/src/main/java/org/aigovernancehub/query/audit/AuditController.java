package org.aigovernancehub.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the audit trail. */
@RestController
@RequestMapping("/api/v1/audit-logs")
@Tag(name = "Audit trail")
class AuditController {
    private final ReadGate gate;
    private final AuditRows rows;

    AuditController(ReadGate gate, AuditRows rows) {
        this.gate = gate;
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
            @Valid @ModelAttribute AuditFilter filter,
            @Parameter(description = "A position: lists what came after it, the oldest first; for polling")
                    @RequestParam(name = "after", required = false)
                    @Min(value = 0, message = "must be 0 or more")
                    @Nullable
                    Long after,
            @Parameter(description = "A position: lists what came before it, the newest first; not together with after")
                    @RequestParam(name = "before", required = false)
                    @Min(value = 1, message = "must be 1 or more")
                    @Nullable
                    Long before,
            @Valid @ModelAttribute PageRequest page,
            ReadCall call) {
        if (after != null && before != null) {
            throw new ProblemException(ProblemType.MALFORMED, "Send after or before, not both.");
        }
        return Listing.of(call, page, query(filter, after, call).where("position < ?", before))
                .exportable(
                        "id",
                        "timestamp",
                        "entity_type",
                        "entity_id",
                        "entity_name",
                        "action",
                        "actor",
                        "actor_id",
                        "organization_id",
                        "correlation_id",
                        "details");
    }

    @GetMapping("/histogram")
    @Operation(
            summary = "Count the entries of the audit trail over time",
            description =
                    "Of those that a list with the same filters has. At most 366 buckets, in UTC, weeks from Monday; without"
                            + " bucket it is the shortest that gives some hundred. Without from or to it reaches from the first"
                            + " entry to the last. Of very many entries only the newest 100,000 are counted, and complete is"
                            + " false.")
    ResponseEntity<AuditHistogram> histogram(
            @Valid @ModelAttribute AuditFilter filter,
            @RequestParam(name = "bucket", required = false) AuditHistogram.@Nullable Bucket bucket,
            ReadCall call) {
        return gate.read(
                        call,
                        snapshot -> AuditHistogram.count(
                                snapshot,
                                filter.of(rows.visibleTo(call, AuditRows.NEWEST_FIRST), call),
                                filter,
                                bucket))
                .answerOverMany();
    }

    private ListQuery<AuditEntry> query(AuditFilter filter, @Nullable Long after, ReadCall call) {
        var order = after == null ? AuditRows.NEWEST_FIRST : AuditRows.OLDEST_FIRST;
        var query = filter.of(rows.visibleTo(call, order), call).endingAt("position");
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
