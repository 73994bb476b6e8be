package org.aigovernancehub.hub.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers errors that the container or a filter only gave a number. */
@RestController
@io.swagger.v3.oas.annotations.Hidden
public final class ContainerErrors implements ErrorController {
    private final ProblemResponses responses;

    ContainerErrors(ProblemResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var path = Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var problem = failure == null
                ? problemOf(status == null ? ProblemType.NOT_FOUND.status() : status)
                : Failures.problemOf(failure);
        return responses.entity(problem, path);
    }

    /** Returns the plainest problem of a status. */
    public static ProblemException problemOf(int status) {
        var type =
                switch (status) {
                    case 401 -> ProblemType.UNAUTHENTICATED;
                    case 403 -> ProblemType.FORBIDDEN;
                    case 404 -> ProblemType.NOT_FOUND;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemType.NOT_ACCEPTABLE;
                    case 413 -> ProblemType.TOO_LARGE;
                    case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
                    case 429 -> ProblemType.TOO_MANY_REQUESTS;
                    case 503 -> ProblemType.UNAVAILABLE;
                    default -> status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
                };
        return type == ProblemType.INTERNAL ? Failures.internal() : new ProblemException(type, type.meaning());
    }
}
