package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aigovernancehub.api.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems after RFC 9457, the same way from controllers, filters and kept answers. */
@Component
public class ProblemResponses {
    /** An extension member of ours that goes into the header {@code Retry-After} instead of the body; in seconds. */
    private static final String RETRY_AFTER = "retry_after";

    private final JsonMapper mapper;

    public ProblemResponses(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the members of the problem's body. */
    public static Map<String, Object> body(ProblemException problem, String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + problem.type().slug());
        body.put("title", problem.type().title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        problem.members().forEach((name, value) -> {
            if (!name.equals(RETRY_AFTER)) {
                body.put(name, value);
            }
        });
        return body;
    }

    public String json(ProblemException problem, String instance) {
        return mapper.writeValueAsString(body(problem, instance));
    }

    /** Answers from a controller's side. */
    public ResponseEntity<byte[]> entity(ProblemException problem, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var seconds = problem.members().get(RETRY_AFTER);
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        var bytes = json(problem, request.getRequestURI()).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(problem.status()).headers(headers).body(bytes);
    }

    /** Answers from a filter's side. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer has begun; it cannot become a problem", problem);
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var seconds = problem.members().get(RETRY_AFTER);
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        var bytes = json(problem, request.getRequestURI()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
