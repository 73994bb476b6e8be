package org.aigovernancehub.hub.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Answers requests that Tomcat itself refuses, before any filter has seen them: it would write a page in HTML. */
public final class ProblemReportValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var body = new ProblemResponses().problem(ContainerErrors.problemOf(response.getStatus()), path(request));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(body);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The answer to a refused request could not be written", e);
        }
    }

    private static String path(Request request) {
        var path = request.getRequestURI();
        return path == null ? "" : path;
    }
}
