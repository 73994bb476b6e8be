package org.aigovernancehub.hub.web.problem;

import java.time.Instant;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says why a parameter of the query or the path could not be read. */
final class Parameters {
    private Parameters() {}

    /** Refuses a value that is none of the parameter's type; unknown names of an enumeration are invalid, the rest is malformed. */
    static ProblemException mismatch(String parameter, Class<?> type, @Nullable Object value) {
        var name = Pointers.snake(parameter);
        if (Wire.class.isAssignableFrom(type)) {
            return new ProblemException(
                    ProblemType.INVALID_FIELDS,
                    "%s: '%s' is not one of %s.".formatted(name, shown(value), JsonProblems.constants(type)));
        }
        return new ProblemException(
                ProblemType.MALFORMED, "%s: '%s' is not %s.".formatted(name, shown(value), named(type)));
    }

    private static String named(Class<?> type) {
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Boolean.class) {
            return "true or false";
        }
        return boxed == Instant.class ? "a time after RFC 3339, such as 2026-11-24T13:00:00Z" : "a whole number";
    }

    private static String shown(@Nullable Object value) {
        var text = String.valueOf(value instanceof Object[] several && several.length > 0 ? several[0] : value);
        return text.length() <= 50 ? text : text.substring(0, 50) + "...";
    }
}
