package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a call of the command side whose answer the client would not take: before it takes effect, not after, and although its answer is
 * bytes, which Spring would send whatever was asked for.
 */
final class AcceptedAnswers implements HandlerInterceptor {
    private static final List<MediaType> WRITTEN =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null
                && handler instanceof HandlerMethod method
                && answersJson(request, method)
                && !takesJson(accept)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean answersJson(HttpServletRequest request, HandlerMethod method) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !reads || (isCommand(method) && !saysWhatItProduces(method));
    }

    private static boolean isCommand(HandlerMethod method) {
        return List.of(method.getMethod().getParameterTypes()).contains(CommandCall.class);
    }

    private static boolean saysWhatItProduces(HandlerMethod method) {
        var mapping = method.getMethodAnnotation(RequestMapping.class);
        return mapping != null && mapping.produces().length > 0;
    }

    private static boolean takesJson(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .anyMatch(range -> WRITTEN.stream().anyMatch(range::includes));
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("Accept could not be read: " + e.getMessage());
        }
    }
}
