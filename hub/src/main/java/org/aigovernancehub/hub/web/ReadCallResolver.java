package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import org.aigovernancehub.command.web.CallerSource;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers of the query side the call that they answer: who reads, and how fresh it must be. */
final class ReadCallResolver implements HandlerMethodArgumentResolver {
    private static final String LENIENT = "handling=lenient";

    private final CallerSource callers;

    ReadCallResolver(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ReadCall.class;
    }

    @Override
    public ReadCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return new ReadCall(
                callers.reading(request),
                isLenient(request),
                request.getRequestURI(),
                request.getQueryString(),
                Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    /** {@code Prefer} is a list, of which the parts that nobody knows are ignored (RFC 7240). */
    private static boolean isLenient(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> java.util.Arrays.stream(header.split(",")))
                .map(part -> part.split(";", 2)[0].replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(LENIENT::equals);
    }
}
