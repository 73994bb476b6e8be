package org.aigovernancehub.query.projection;

import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;

/** Why something failed, in words that operators may see: without statements, class names or a row's values, which the log has. */
final class Cause {
    private Cause() {}

    static String of(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
            return "%s (SQLSTATE %s)".formatted(sql.getServerErrorMessage().getMessage(), sql.getSQLState());
        }
        return cause.getMessage() == null ? "It failed without a reason; the log says where." : cause.getMessage();
    }
}
