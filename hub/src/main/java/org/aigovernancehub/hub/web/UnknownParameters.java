package org.aigovernancehub.hub.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not know: a misspelled filter must not answer more than was asked for; and values with
 * NUL, which no text of the database can have. An operation knows its {@link RequestParam}s, the members of its {@link ModelAttribute}s, and what it declares by a {@link Parameter} annotation
 * in the query (with which the documentation shows it too).
 */
final class UnknownParameters implements HandlerInterceptor {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod method) {
            var names = known.computeIfAbsent(method.getMethod(), _ -> namesOf(method));
            for (var pair : query.split("&", -1)) {
                if (!pair.isEmpty()) {
                    var parts = pair.split("=", 2);
                    require(decoded(parts[0]), names);
                    if (parts.length > 1 && decoded(parts[1]).indexOf('\0') >= 0) {
                        throw new ProblemException(
                                ProblemType.MALFORMED,
                                "%s: it must not contain the character NUL.".formatted(parts[0]));
                    }
                }
            }
        }
        return true;
    }

    static Set<String> namesOf(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethodParameters()) {
            addDeclared(parameter, names);
        }
        for (var declared :
                AnnotatedElementUtils.findMergedRepeatableAnnotations(method.getMethod(), Parameter.class)) {
            addQuery(declared, names);
        }
        var operation = method.getMethodAnnotation(Operation.class);
        if (operation != null) {
            Arrays.stream(operation.parameters()).forEach(declared -> addQuery(declared, names));
        }
        return names;
    }

    private static void addDeclared(MethodParameter parameter, Set<String> names) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            names.add(single.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : single.name());
        } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            addMembers(parameter.getParameterType(), names);
        }
    }

    private static void addMembers(Class<?> type, Set<String> names) {
        if (type.isRecord()) {
            for (var constructor : type.getDeclaredConstructors()) {
                for (var parameter : constructor.getParameters()) {
                    var bound = parameter.getAnnotation(BindParam.class);
                    names.add(bound == null ? parameter.getName() : bound.value());
                }
            }
            return;
        }
        try {
            Arrays.stream(Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors())
                    .filter(property -> property.getWriteMethod() != null)
                    .forEach(property -> names.add(property.getName()));
        } catch (java.beans.IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addQuery(Parameter declared, Set<String> names) {
        if (declared.in() == ParameterIn.QUERY) {
            names.add(declared.name());
        }
    }

    private static void require(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER,
                    "The parameter '%s' is not known here. Known: %s."
                            .formatted(
                                    name.length() <= 50 ? name : name.substring(0, 50) + "...",
                                    names.isEmpty() ? "none" : String.join(", ", names)));
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "The query has a % that two hexadecimal digits do not follow.");
        }
    }
}
