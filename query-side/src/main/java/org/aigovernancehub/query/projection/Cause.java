package org.aigovernancehub.query.projection;

import org.postgresql.util.PSQLException;
import org.springframework.core.NestedRuntimeException;

/** Why something failed, in words that operators may see: without statements, class names or a row's values, which the log has. */
final class Cause {
    private Cause() {}

    static String of(RuntimeException failure) {
        // What Spring has wrapped it in says the statement; an exception of ours says best itself what it is about.
        var cause = failure instanceof NestedRuntimeException nested ? nested.getMostSpecificCause() : failure;
        if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
            return "%s (SQLSTATE %s)".formatted(sql.getServerErrorMessage().getMessage(), sql.getSQLState());
        }
        return cause.getMessage() == null ? "It failed without a reason; the log says where." : cause.getMessage();
    }
}
