package org.aigovernancehub.hub.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Answers whatever goes wrong in handlers, or on the way to them, as a problem. */
@RestControllerAdvice
public final class ApiExceptionHandler {
    private static final String STATIC_FILES = "/**";

    private final ProblemResponses responses;

    ApiExceptionHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    /** @throws Exception the failure itself, where the answer has begun or nobody listens: the connection must break off */
    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted() || Failures.isClientGone(failure)) {
            throw failure;
        }
        var answer = responses.entity(problemOf(failure, request), request.getRequestURI());
        return switch (failure) {
            case HttpRequestMethodNotSupportedException method
            when !isStaticFile(request) -> with(answer, HttpHeaders.ALLOW, allowed(method));
            case HttpMediaTypeNotSupportedException media
            when !media.getSupportedMediaTypes().isEmpty() ->
                with(answer, HttpHeaders.ACCEPT, MediaType.toString(media.getSupportedMediaTypes()));
            default -> answer;
        };
    }

    private static ProblemException problemOf(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> ValidationProblems.of(invalid);
            case HandlerMethodValidationException invalid -> ValidationProblems.of(invalid);
            case MethodArgumentTypeMismatchException mismatch ->
                mismatch.getCause() != null && rootCause(mismatch) instanceof ProblemException problem
                        ? problem
                        : Parameters.mismatch(
                                mismatch.getName(),
                                Objects.requireNonNullElse(mismatch.getRequiredType(), String.class),
                                mismatch.getValue());
            case MissingServletRequestParameterException missing ->
                new ProblemException(
                        ProblemType.MISSING_FIELD,
                        "The parameter %s is required and missing.".formatted(missing.getParameterName()));
            case NoResourceFoundException _, NoHandlerFoundException _ -> nothing(request);
            case HttpRequestMethodNotSupportedException method ->
                isStaticFile(request) ? nothing(request) : methodNotAllowed(method);
            case HttpMediaTypeNotSupportedException media ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as %s.".formatted(MediaType.toString(media.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException media ->
                new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "This is available as %s."
                                .formatted(
                                        media.getSupportedMediaTypes().isEmpty()
                                                ? MediaType.APPLICATION_JSON_VALUE
                                                : MediaType.toString(media.getSupportedMediaTypes())));
            case ServletRequestBindingException binding ->
                new ProblemException(ProblemType.MALFORMED, String.valueOf(binding.getMessage()));
            default -> Failures.problemOf(failure);
        };
    }

    private static ProblemException unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return failure.getCause() instanceof JacksonException json
                ? JsonProblems.of(json)
                : new ProblemException(ProblemType.MALFORMED, "This call needs a body; none could be read.");
    }

    private static ProblemException nothing(HttpServletRequest request) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".");
    }

    private static ProblemException methodNotAllowed(HttpRequestMethodNotSupportedException failure) {
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED,
                "%s is not possible here; %s is.".formatted(failure.getMethod(), allowed(failure)));
    }

    /** The handler of static files takes every path, so that its objections to a method are about nothing. */
    private static boolean isStaticFile(HttpServletRequest request) {
        return STATIC_FILES.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static String allowed(HttpRequestMethodNotSupportedException failure) {
        Set<HttpMethod> methods = Objects.requireNonNullElse(failure.getSupportedHttpMethods(), Set.of());
        var names =
                new java.util.TreeSet<>(methods.stream().map(HttpMethod::name).toList());
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }

    private static Throwable rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static ResponseEntity<byte[]> with(ResponseEntity<byte[]> answer, String header, String value) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(header, value)
                .body(answer.getBody());
    }
}
