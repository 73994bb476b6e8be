package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Spring's choice of a handler, which only looks closer at those whose path begins like the request's and is as long. Without it every
 * path with a variable is held against all conditions of all operations: a tenth of what a read costs the hub.
 */
final class HandlersByPath extends RequestMappingHandlerMapping {
    /** Operations that are not here may have any path. */
    private final Map<RequestMappingInfo, Shape> shapes = new IdentityHashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        for (var info : handlers.keySet()) {
            var patterns = info.getPatternValues();
            if (patterns.size() == 1 && Shape.isKnownOf(patterns.iterator().next())) {
                shapes.put(info, Shape.of(patterns.iterator().next()));
            }
        }
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        return super.lookupHandlerMethod(lookupPath, new Request(request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var shape = shapes.get(info);
        return shape != null && request instanceof Request looked && !shape.mayBeOf(looked)
                ? null
                : super.getMatchingMapping(info, request);
    }

    /** A request whose path is at hand, while a handler is looked for. */
    private static final class Request extends HttpServletRequestWrapper {
        private final String path;
        private final int elements;
        /** Whether a segment may say the same in other characters, or carry parameters. */
        private final boolean isWrittenOtherwise;

        Request(HttpServletRequest request) {
            super(request);
            var parsed = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
            path = parsed.value();
            elements = parsed.elements().size();
            isWrittenOtherwise = path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
        }
    }

    /**
     * What can be told of a path without looking at its variables.
     *
     * @param start what comes before the first variable
     * @param elements how many segments and separators there are
     */
    private record Shape(String start, int elements) {

        /** Whether each part of a pattern stands for one segment, and nothing but a variable for more than itself. */
        static boolean isKnownOf(String pattern) {
            return pattern.chars().noneMatch(character -> "*?\\".indexOf(character) >= 0);
        }

        static Shape of(String pattern) {
            int variable = pattern.indexOf('{');
            return new Shape(
                    variable < 0 ? pattern : pattern.substring(0, variable),
                    PathContainer.parsePath(pattern).elements().size());
        }

        boolean mayBeOf(Request request) {
            return request.elements == elements && (request.path.startsWith(start) || request.isWrittenOtherwise);
        }
    }
}
