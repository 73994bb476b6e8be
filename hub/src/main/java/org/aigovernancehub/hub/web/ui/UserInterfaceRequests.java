package org.aigovernancehub.hub.web.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/**
 * Which requests the web interface answers. Security asks the same before it lets a request pass without a token, so that nothing else can
 * answer one that it took for the interface's.
 */
public final class UserInterfaceRequests {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** First segments of paths under which something else is. */
    private static final Set<String> OTHERS =
            Set.of("api", "docs", "swagger-ui", "openapi.json", "problems", "health", "actuator", "error", "webjars");

    private UserInterfaceRequests() {}

    /** What is asked for. */
    public enum Kind {
        /** The one page, which shows what its address says. */
        PAGE,
        /** A file, that may be missing. */
        FILE,
        NOTHING
    }

    public static Kind kind(HttpServletRequest request) {
        if (!READS.contains(request.getMethod())) {
            return Kind.NOTHING;
        }
        var path = path(request);
        var segments = path.split("/", -1);
        if (!path.startsWith("/") || OTHERS.contains(segments[1])) {
            return Kind.NOTHING;
        }
        if (segments[segments.length - 1].contains(".")) {
            return Kind.FILE;
        }
        return namesHtml(request) ? Kind.PAGE : Kind.NOTHING;
    }

    /** Decoded, as those see it who find a handler for it; empty if it cannot be. */
    static String path(HttpServletRequest request) {
        try {
            return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Programs that take anything mean the API: only browsers name HTML. */
    private static boolean namesHtml(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .flatMap(accept -> parsed(accept).stream())
                .anyMatch(range -> range.equalsTypeAndSubtype(MediaType.TEXT_HTML) && range.getQualityValue() > 0);
    }

    private static List<MediaType> parsed(String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }
}
