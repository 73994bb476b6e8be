package org.aigovernancehub.api.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aigovernancehub.api.AggregateId;
import org.jspecify.annotations.Nullable;

/**
 * Nothing happened, and here is why: malformed, invalid, absent, duplicate or stale input. Never a refusal by a policy or the
 * lifecycle, which is a recorded outcome and no exception.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final int status;
    private final transient Map<String, Object> members;

    public ProblemException(ProblemType type, String detail) {
        this(type, type.status(), detail, Map.of());
    }

    private ProblemException(ProblemType type, int status, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
        // In the order in which they were added: a copy of the usual kind would have another one in each process.
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Something is absent, or another tenant's; the two look the same. */
    public static ProblemException notFound(String kind, @Nullable Object id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no %s %s.".formatted(kind, id));
    }

    /** The same, for what has a stream of its own. */
    public static ProblemException notFound(AggregateId id) {
        return notFound(id.kind().toLowerCase(Locale.ROOT), id.value());
    }

    /**
     * A name is taken. Organisations, policies and users answer it with 400, as existing clients expect; everything else with 409.
     *
     * @param id of what has the name
     */
    public static ProblemException duplicate(String detail, long id) {
        return new ProblemException(ProblemType.DUPLICATE, detail).with("id", id);
    }

    /** The same, answered with 400. */
    public static ProblemException duplicateName(String detail, long id) {
        return new ProblemException(ProblemType.DUPLICATE, ProblemType.MALFORMED.status(), detail, Map.of("id", id));
    }

    /** The same, where nobody may learn who has the name. */
    public static ProblemException duplicateName(String detail) {
        return new ProblemException(ProblemType.DUPLICATE, ProblemType.MALFORMED.status(), detail, Map.of());
    }

    /** One member of the body has a value that is not allowed. */
    public static ProblemException invalid(String pointer, String detail) {
        return fields(ProblemType.INVALID_FIELDS, List.of(new FieldError(pointer, detail)));
    }

    /** Members of the body are wrong; the first one's sentence is the detail. */
    public static ProblemException fields(ProblemType type, List<FieldError> errors) {
        var first = errors.getFirst();
        var detail = first.pointer().isEmpty()
                ? "The body %s.".formatted(first.detail())
                : "%s: %s".formatted(first.pointer(), first.detail());
        return new ProblemException(type, detail).with("errors", errors);
    }

    /** Returns the same problem with one more extension member. */
    public ProblemException with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(type, status, detail(), more);
    }

    /** Returns the HTTP status; the type's own but for the exception that existing clients rely on. */
    public int status() {
        return status;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Returns the extension members, by their names on the wire. */
    public Map<String, Object> members() {
        return members;
    }

    /**
     * One wrong member of a body.
     *
     * @param pointer a JSON pointer: {@code /name}
     * @param detail a sentence a person can act on
     */
    public record FieldError(String pointer, String detail) {}
}
