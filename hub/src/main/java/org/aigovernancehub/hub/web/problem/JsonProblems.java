package org.aigovernancehub.hub.web.problem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemException.FieldError;
import org.aigovernancehub.api.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says what is wrong with a body that could not be read. Broken JSON and wrong JSON types are malformed (400), absent required members
 * are missing (400), and a value of the right type that is not allowed is invalid (422).
 */
final class JsonProblems {
    // Jackson tells these two apart from other mismatches by their words only; a test pins them.
    private static final String MISSING = "Missing required creator property '";
    private static final String NULL_FOR_PRIMITIVE = "Cannot map `null` into type";

    private JsonProblems() {}

    static ProblemException of(JacksonException failure) {
        return switch (failure) {
            case InputCoercionException coercion -> field(ProblemType.INVALID_FIELDS, coercion, "is out of range");
            case StreamReadException broken -> broken(broken);
            case InvalidFormatException format -> format(format);
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            default -> new ProblemException(ProblemType.MALFORMED, "The body could not be read as JSON.");
        };
    }

    private static ProblemException broken(StreamReadException failure) {
        var location = failure.getLocation();
        var where = location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        var what = String.valueOf(failure.getOriginalMessage());
        var detail = what.startsWith("Duplicate ")
                ? "An object has the same member twice%s.".formatted(where)
                : "The body is no valid JSON%s.".formatted(where);
        return new ProblemException(ProblemType.MALFORMED, detail);
    }

    private static ProblemException format(InvalidFormatException failure) {
        var type = Objects.requireNonNull(failure.getTargetType());
        if (!(failure.getValue() instanceof String)) {
            return field(ProblemType.MALFORMED, failure, "must be " + named(type));
        }
        if (type.isEnum()) {
            return field(ProblemType.INVALID_FIELDS, failure, "must be one of " + constants(type));
        }
        return field(ProblemType.MALFORMED, failure, "must be " + named(type));
    }

    private static ProblemException refused(ValueInstantiationException failure) {
        return failure.getCause() instanceof ProblemException problem
                ? problem
                : field(ProblemType.INVALID_FIELDS, failure, "has a value that is not allowed");
    }

    private static ProblemException mismatch(MismatchedInputException failure) {
        var message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith(MISSING)) {
            var name = message.substring(MISSING.length(), message.indexOf('\'', MISSING.length()));
            return missing(failure, name);
        }
        if (message.startsWith(NULL_FOR_PRIMITIVE)) {
            return field(ProblemType.INVALID_FIELDS, failure, "must not be null");
        }
        var type = failure.getTargetType();
        return field(ProblemType.MALFORMED, failure, "must be " + (type == null ? "of another type" : named(type)));
    }

    private static ProblemException missing(MismatchedInputException failure, String name) {
        var pointer = Pointers.of(failure.getPath());
        // The path names the member itself where Jackson knows it, else the object that lacks it.
        var member = pointer.endsWith("/" + Pointers.escaped(name)) ? pointer : pointer + "/" + Pointers.escaped(name);
        return ProblemException.fields(
                ProblemType.MISSING_FIELD, List.of(new FieldError(member, "is required and missing")));
    }

    private static ProblemException field(ProblemType type, JacksonException failure, String detail) {
        return ProblemException.fields(type, List.of(new FieldError(Pointers.of(failure.getPath()), detail)));
    }

    private static String named(Class<?> type) {
        var boxed = org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (boxed == Long.class || boxed == Integer.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (boxed == Instant.class) {
            return "a time after RFC 3339, such as 2026-11-24T13:00:00Z";
        }
        if (boxed == String.class || boxed.isEnum()) {
            return "a string";
        }
        return Iterable.class.isAssignableFrom(boxed) || boxed.isArray() ? "an array" : "an object";
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static String constants(Class<?> type) {
        return Wire.class.isAssignableFrom(type) && type.isEnum()
                ? Wire.names((Class) type)
                : String.join(
                        ", ",
                        java.util.Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                                .map(Object::toString)
                                .toList());
    }
}
