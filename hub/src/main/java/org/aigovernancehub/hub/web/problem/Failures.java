package org.aigovernancehub.hub.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.aigovernancehub.api.problem.DatabaseTrouble;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Translates failures that are no part of the web framework's own vocabulary. What nobody foresaw is logged here, and only here. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Returns what to answer. Anything unforeseen becomes an {@code internal} problem without details, and a log line with them. */
    public static ProblemException problemOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = next(cause)) {
            var known = known(cause);
            if (known != null) {
                if (known.type() == ProblemType.UNAVAILABLE) {
                    LOG.warn("The database does not answer: {}", failure.toString());
                }
                return known;
            }
        }
        LOG.error("Unforeseen failure", failure);
        return internal();
    }

    /** Returns the problem that tells nothing but where to look. */
    public static ProblemException internal() {
        return new ProblemException(
                ProblemType.INTERNAL,
                "The hub failed. Its log says why, under the correlation id %s.".formatted(MDC.get("correlation_id")));
    }

    /** Tells whether nobody is there to take the answer. */
    public static boolean isClientGone(Throwable failure) {
        for (var cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ProblemException known(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case AccessDeniedException _ ->
                new ProblemException(ProblemType.FORBIDDEN, "Your role does not allow this.");
            case AuthenticationException _ ->
                new ProblemException(ProblemType.UNAUTHENTICATED, "Send a valid token or sign in.");
            case InvalidParameterException _ ->
                new ProblemException(ProblemType.MALFORMED, "The query or form could not be decoded.");
            case AsyncRequestTimeoutException _ -> unavailable();
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> unavailable();
            case SQLTransientConnectionException _ -> unavailable();
            case SQLException e when DatabaseTrouble.isAway(e.getSQLState()) -> unavailable();
            default -> null;
        };
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.UNAVAILABLE, "The database does not answer. Nothing was changed; repeat in a moment.");
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
