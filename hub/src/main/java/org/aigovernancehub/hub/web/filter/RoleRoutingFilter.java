package org.aigovernancehub.hub.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.settings.HubRole;

/** Refuses calls that a hub of another role serves. What a path is, is decided by its form alone, so that a proxy can do the same. */
public final class RoleRoutingFilter extends HttpFilter {

    /** Who serves a call. */
    public enum Kind {
        COMMAND,
        QUERY,
        BOTH
    }

    /** Reads that command hubs answer: they need the decision side, or secrets. */
    private static final Pattern READ_BY_COMMAND_HUBS = Pattern.compile(
            "/(?:(?:auth|session|tokens|users|views|reports)(?:/.*)?|models/[^/]+/transitions|policies/[^/]+/impact)");

    private static final Set<String> READ_BY_BOTH = Set.of("", "/", "/health");

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final HubRole role;

    public RoleRoutingFilter(HubRole role) {
        this.role = role;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (kind(request.getMethod(), request.getRequestURI())) {
            case COMMAND -> require(role.commands(), "This hub only answers reads. Send this call to a command hub.");
            case QUERY -> require(role.queries(), "This hub only takes commands. Send this call to a query hub.");
            case BOTH -> {}
        }
        chain.doFilter(request, response);
    }

    /** Tells who serves a call. */
    public static Kind kind(String method, String path) {
        if (!Paths.isApi(path) || method.equals("OPTIONS")) {
            return Kind.BOTH;
        }
        var rest = path.substring(Paths.API.length());
        if (READS.contains(method) && READ_BY_BOTH.contains(rest)) {
            return Kind.BOTH;
        }
        return READS.contains(method) && !READ_BY_COMMAND_HUBS.matcher(rest).matches() ? Kind.QUERY : Kind.COMMAND;
    }

    private static void require(boolean served, String otherwise) {
        if (!served) {
            throw new ProblemException(ProblemType.WRONG_ROLE, otherwise);
        }
    }
}
