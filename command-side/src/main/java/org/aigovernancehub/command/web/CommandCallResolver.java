package org.aigovernancehub.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.Sha256;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the call that they answer: who makes it, under which key, on which version, with which body. */
public final class CommandCallResolver implements HandlerMethodArgumentResolver {

    /** The header of a key under which a call takes effect once. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Set<String> KEYED = Set.of("POST", "PATCH");

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** A strong or weak tag, as we give them, of digits; proxies weaken tags. */
    private static final Pattern OUR_TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private static final Pattern ANY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    /** No aggregate is ever at this version. */
    private static final long NO_VERSION = -1;

    private final CallerSource callers;

    public CommandCallResolver(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandCall.class;
    }

    @Override
    public CommandCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = java.util.Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return new CommandCall(
                callers.acting(request),
                request.getMethod(),
                request.getRequestURI(),
                idempotencyKey(request),
                expectedVersion(request),
                Sha256.of(BufferedRequest.bodyOf(request).orElse(new byte[0])));
    }

    /** Kept answers are for calls that change something; a kept read would tell what was. */
    private static @Nullable String idempotencyKey(HttpServletRequest request) {
        if (!KEYED.contains(request.getMethod())) {
            return null;
        }
        var key = only(request, IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "An Idempotency-Key has 1 to 255 printable ASCII characters.");
        }
        return key;
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        var tag = only(request, HttpHeaders.IF_MATCH);
        if (tag == null || tag.strip().equals("*")) {
            return null;
        }
        var ours = OUR_TAG.matcher(tag.strip());
        if (ours.matches()) {
            return Long.valueOf(ours.group(1));
        }
        if (ANY_TAG.matcher(tag.strip()).matches()) {
            return NO_VERSION; // a tag, but none that we gave: it matches nothing
        }
        throw new ProblemException(
                ProblemType.MALFORMED, "If-Match takes one ETag as it was answered, in its quotes: \"5\" or W/\"5\".");
    }

    private static @Nullable String only(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        if (values.size() > 1) {
            throw new ProblemException(ProblemType.MALFORMED, "The header %s was sent twice.".formatted(header));
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
