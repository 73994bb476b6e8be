package org.aigovernancehub.hub.web.problem;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemException.FieldError;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Says which members of a body, or which parameters of a query, have values that are not allowed. */
final class ValidationProblems {
    private ValidationProblems() {}

    static ProblemException of(MethodArgumentNotValidException failure) {
        var result = failure.getBindingResult();
        return isBody(failure.getParameter())
                ? invalid(errors(result, failure.getParameter().getParameterType(), ""))
                : ofQuery(result);
    }

    static ProblemException of(HandlerMethodValidationException failure) {
        var body = failure.getParameterValidationResults().stream()
                .filter(result -> isBody(result.getMethodParameter()))
                .toList();
        if (body.isEmpty()) {
            var first = failure.getParameterValidationResults().getFirst();
            return parameter(
                    String.valueOf(first.getMethodParameter().getParameterName()),
                    first.getResolvableErrors().getFirst().getDefaultMessage());
        }
        return invalid(body.stream().flatMap(result -> errors(result).stream()).toList());
    }

    /** Refuses one parameter of the query or the path. */
    static ProblemException parameter(String name, @Nullable String objection) {
        return new ProblemException(ProblemType.MALFORMED, "%s: %s.".formatted(Pointers.snake(name), objection));
    }

    /** A parameter object whose members are the parameters of the query. */
    private static ProblemException ofQuery(BindingResult result) {
        var first = result.getFieldErrors().getFirst();
        if (first.isBindingFailure()) {
            var type = result.getFieldType(first.getField());
            return Parameters.mismatch(first.getField(), type == null ? String.class : type, first.getRejectedValue());
        }
        return parameter(first.getField(), first.getDefaultMessage());
    }

    private static List<FieldError> errors(ParameterValidationResult result) {
        var index = result.getContainerIndex();
        var prefix = index == null ? "" : "/" + index;
        if (result instanceof ParameterErrors nested) {
            var target = nested.getArgument();
            return errors(nested, target == null ? null : target.getClass(), prefix);
        }
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(prefix, message(error)))
                .toList();
    }

    private static List<FieldError> errors(Errors result, @Nullable Type root, String prefix) {
        var errors = new ArrayList<FieldError>();
        for (var error : result.getGlobalErrors()) {
            errors.add(new FieldError(prefix, message(error)));
        }
        for (var error : result.getFieldErrors()) {
            errors.add(new FieldError(prefix + Pointers.of(root, error.getField()), message(error)));
        }
        return errors;
    }

    private static ProblemException invalid(List<FieldError> errors) {
        var sorted = errors.stream()
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        return ProblemException.fields(ProblemType.INVALID_FIELDS, sorted);
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static String message(MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return message == null ? "has a value that is not allowed" : message;
    }
}
