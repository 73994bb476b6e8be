package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemException.FieldError;
import org.aigovernancehub.api.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Turns everything that can go wrong into a problem; never a stack trace, SQL or a class name. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemResponses problems;

    ProblemAdvice(ProblemResponses problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(ProblemException problem, HttpServletRequest request) {
        return problems.entity(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem, request);
            }
            if (cause instanceof JacksonException json) {
                return problem(problemOf(json), request);
            }
        }
        return problem(new ProblemException(ProblemType.MALFORMED, "The request needs a JSON body."), request);
    }

    private static ProblemException problemOf(JacksonException e) {
        var pointer = pointer(e);
        return switch (e) {
            case InvalidFormatException format when constants(format.getTargetType()) != null
                    && format.getValue() instanceof String -> ProblemException.invalid(
                    pointer, "must be one of " + constants(format.getTargetType()));
            case InvalidFormatException format when format.getTargetType() == java.time.Instant.class
                    && format.getValue() instanceof String -> ProblemException.invalid(
                    pointer, "must be an instant such as 2026-11-24T09:14:00Z");
            case InvalidNullException _ -> ProblemException.invalid(pointer, "must not be null");
            case MismatchedInputException mismatch when String.valueOf(mismatch.getOriginalMessage())
                    .startsWith("Missing required creator property") -> missing(mismatch);
            case MismatchedInputException mismatch when String.valueOf(mismatch.getOriginalMessage())
                    .contains("Cannot map `null`") -> ProblemException.invalid(pointer, "must not be null");
            case MismatchedInputException _ -> ProblemException.fields(
                    ProblemType.MALFORMED, List.of(new FieldError(pointer, "has the wrong JSON type")));
            case StreamReadException read when String.valueOf(read.getOriginalMessage()).startsWith("Duplicate") ->
                new ProblemException(
                        ProblemType.MALFORMED, "The body has the member %s twice.".formatted(pointer));
            default -> new ProblemException(ProblemType.MALFORMED, "The body is no well-formed JSON.");
        };
    }

    private static ProblemException missing(MismatchedInputException e) {
        var message = String.valueOf(e.getOriginalMessage());
        int from = message.indexOf('\'');
        int to = message.indexOf('\'', from + 1);
        var name = from >= 0 && to > from ? message.substring(from + 1, to) : "";
        var base = pointer(e);
        return ProblemException.fields(
                ProblemType.MISSING_FIELD,
                List.of(new FieldError((base.equals("/") ? "" : base) + "/" + name, "is required")));
    }

    private static String pointer(JacksonException e) {
        return "/"
                + e.getPath().stream()
                        .map(part -> part.getPropertyName() == null
                                ? Integer.toString(part.getIndex())
                                : part.getPropertyName())
                        .collect(Collectors.joining("/"));
    }

    private static @org.jspecify.annotations.Nullable String constants(
            @org.jspecify.annotations.Nullable Class<?> type) {
        return type != null && type.isEnum() && Wire.class.isAssignableFrom(type)
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Wire) constant).wire())
                        .collect(Collectors.joining(", "))
                : null;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        return problem(invalid(e), request);
    }

    private static ProblemException invalid(BindException e) {
        var errors = e.getFieldErrors().stream()
                .map(error -> new FieldError(
                        pointer(error.getField()), String.valueOf(error.getDefaultMessage())))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        return ProblemException.fields(ProblemType.INVALID_FIELDS, errors);
    }

    /** From a bean path, {@code measurements[3].metricName}, to a JSON pointer, {@code /measurements/3/metric_name}. */
    private static String pointer(String path) {
        return "/"
                + path.replaceAll("\\[(\\d+)]", "/$1")
                        .replaceAll("<[^>]*>", "")
                        .replace('.', '/')
                        .replaceAll("(?<=[a-z0-9])([A-Z])", "_$1")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("^/", "")
                        .replaceAll("/value$|/$", "");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(HandlerMethodValidationException e, HttpServletRequest request) {
        var errors = new ArrayList<FieldError>();
        for (var result : e.getParameterValidationResults()) {
            var index = result.getContainerIndex();
            for (var error : result.getResolvableErrors()) {
                var field = error instanceof org.springframework.validation.FieldError named
                        ? pointer(named.getField())
                        : "";
                errors.add(new FieldError(
                        (index == null ? "" : "/" + index) + field, String.valueOf(error.getDefaultMessage())));
            }
        }
        return problem(ProblemException.fields(ProblemType.INVALID_FIELDS, errors), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(ConstraintViolationException e, HttpServletRequest request) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        pointer(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return problem(ProblemException.fields(ProblemType.INVALID_FIELDS, errors), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return problem(
                new ProblemException(
                        ProblemType.MALFORMED,
                        "'%s' is no valid value of %s.".formatted(e.getValue(), snake(e.getName()))),
                request);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return problem(
                new ProblemException(
                        ProblemType.MISSING_FIELD, "The parameter %s is required.".formatted(e.getParameterName())),
                request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<byte[]> noRoute(Exception e, HttpServletRequest request) {
        return problem(
                new ProblemException(
                        ProblemType.NOT_FOUND, "There is nothing at this address; /docs lists what there is."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var allowed = e.getSupportedHttpMethods() == null
                ? ""
                : e.getSupportedHttpMethods().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        var entity = problem(
                new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "%s is not possible here; possible are: %s.".formatted(e.getMethod(), allowed)),
                request);
        var headers = new HttpHeaders();
        headers.putAll(entity.getHeaders());
        headers.set(HttpHeaders.ALLOW, allowed);
        return ResponseEntity.status(entity.getStatusCode()).headers(headers).body(entity.getBody());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return problem(
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be of one of %s.".formatted(e.getSupportedMediaTypes())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return problem(
                new ProblemException(
                        ProblemType.NOT_ACCEPTABLE, "Available are %s.".formatted(e.getSupportedMediaTypes())),
                request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class,
        TransactionException.class
    })
    ResponseEntity<byte[]> unavailable(Exception e, HttpServletRequest request) {
        LOG.warn("The database does not answer: {}", e.getMessage());
        return problem(
                new ProblemException(
                                ProblemType.UNAVAILABLE,
                                "The database does not answer. Nothing was changed; repeat in a moment.")
                        .with("retry_after", 2),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> database(DataAccessException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && isConnectionLoss(sql.getSQLState())) {
                return unavailable(e, request);
            }
        }
        return internal(e, request);
    }

    /** Class 08 is a broken connection, 57P a server that stops or starts. */
    private static boolean isConnectionLoss(@org.jspecify.annotations.Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> internal(Exception e, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(
                new ProblemException(
                        ProblemType.INTERNAL,
                        "The hub failed; its log has the details under the correlation id of this answer."),
                request);
    }
}
