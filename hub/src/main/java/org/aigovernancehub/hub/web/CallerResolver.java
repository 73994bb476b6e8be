package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.command.web.CallerSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers that only read who calls. */
final class CallerResolver implements HandlerMethodArgumentResolver {
    private final CallerSource callers;

    CallerResolver(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return callers.reading(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
