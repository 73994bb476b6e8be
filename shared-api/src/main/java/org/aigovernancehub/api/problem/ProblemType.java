package org.aigovernancehub.api.problem;

import java.util.Locale;

/** Every kind of problem that the HTTP interface answers with. Each is documented at its URI, {@code /problems/<slug>}. */
public enum ProblemType {
    MALFORMED(
            400,
            "Malformed request",
            "The request could not be read: broken JSON, a wrong JSON type, a bad cursor, limit, date or id."),
    MISSING_FIELD(400, "Missing field", "A required member is missing."),
    UNKNOWN_PARAMETER(400, "Unknown parameter", "The request has a query parameter that this operation does not know."),
    UNAUTHENTICATED(401, "Not signed in", "The request has no valid credentials."),
    FORBIDDEN(403, "Forbidden", "The caller is known, but the role does not allow this."),
    POLICY_VIOLATION(
            403,
            "Policy violation",
            "One or more enforced policies refuse the change. The refusal is recorded; the answer lists every failing policy."),
    NOT_FOUND(404, "Not found", "Nothing is there, or it belongs to another organisation; the two look the same."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The resource does not know this method; see the Allow header."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The resource has no representation of the media types that Accept names."),
    DUPLICATE(409, "Duplicate", "Something of this name exists already; where it is known, the answer carries its id."),
    ILLEGAL_TRANSITION(409, "Illegal transition", "The lifecycle has no such move. The attempt is recorded."),
    MODEL_RETIRED(409, "Model retired", "A retired model takes no more writes."),
    CYCLE(409, "Cycle", "The dependency would make a model its own ancestor."),
    IN_FLIGHT(409, "In flight", "A request with the same Idempotency-Key is being processed; repeat a moment later."),
    POSITION_UNKNOWN(
            409,
            "Position unknown",
            "The position lies above the highest one: the database may have been restored. Start again from a position that exists."),
    STALE_VERSION(
            412,
            "Stale version",
            "The resource has changed since the version that If-Match names. Read it again and repeat."),
    TOO_LARGE(413, "Too large", "The body is larger than 1 MiB."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "The body is of a media type that this operation does not read."),
    WRONG_ROLE(
            421,
            "Wrong role",
            "This hub does not serve this kind of call: commands go to command hubs, reads to query hubs."),
    INVALID_FIELDS(
            422,
            "Invalid fields",
            "Members have values outside what is allowed; the answer lists each with a pointer."),
    REPORT_TOO_LARGE(
            422,
            "Report too large",
            "The report would be larger than a report may be; the detail says by what measure, and what to take instead."),
    KEY_REUSED(422, "Idempotency key reused", "The Idempotency-Key was used before with another body."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says."),
    INTERNAL(
            500,
            "Internal error",
            "The hub failed. Nothing was changed unless a later read shows it; the log has the correlation id."),
    PROJECTION_BEHIND(
            503,
            "Projection behind",
            "The read model has not caught up with the events yet. Repeat after Retry-After, or send Prefer: handling=lenient."),
    PROJECTION_DAMAGED(
            503,
            "Projection damaged",
            "The read model of this entity waits for a parked event; an operator has to retry it or rebuild."),
    OUTCOME_UNKNOWN(
            503,
            "Outcome unknown",
            "The change may have been applied. Repeat with the same Idempotency-Key, or read it back."),
    UNAVAILABLE(
            503,
            "Unavailable",
            "The database does not answer, or writers contend. Nothing was changed; repeat after Retry-After.");

    private final int status;
    private final String title;
    private final String meaning;

    ProblemType(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Returns what the problem means and what to do, in a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** Returns the last segment of the type's URI: {@code policy-violation}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
