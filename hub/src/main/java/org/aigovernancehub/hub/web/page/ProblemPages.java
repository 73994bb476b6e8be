package org.aigovernancehub.hub.web.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents each type of problem at its own URI, for people and for programs. */
@RestController
@RequestMapping("/problems")
@Tag(name = "Hub")
@SecurityRequirements
public final class ProblemPages {

    /** A type of problem. */
    @Schema(name = "ProblemDescription")
    record Description(
            @Schema(example = "/problems/not-found") String type,
            @Schema(example = "Not found") String title,
            @Schema(example = "404") int status,
            String description) {

        static Description of(ProblemType type) {
            return new Description(ProblemResponses.uri(type).toString(), type.title(), type.status(), type.meaning());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every type of problem", operationId = "problems")
    List<Description> all() {
        return Arrays.stream(ProblemType.values()).map(Description::of).toList();
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    @Operation(hidden = true)
    String allAsPage() {
        var rows = new StringBuilder();
        for (var type : ProblemType.values()) {
            rows.append("<tr><td>%d</td><td><a href=\"%s\">%s</a></td><td>%s</td></tr>%n"
                    .formatted(
                            type.status(), ProblemResponses.uri(type), escaped(type.title()), escaped(type.meaning())));
        }
        return page("Problems", "<table>" + rows + "</table>");
    }

    @GetMapping(path = "/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a type of problem means, and what to do", operationId = "problem")
    Description one(@PathVariable("type") String slug) {
        return Description.of(find(slug));
    }

    @GetMapping(path = "/{type}", produces = "text/html;charset=UTF-8")
    @Operation(hidden = true)
    ResponseEntity<String> oneAsPage(@PathVariable("type") String slug) {
        var type = find(slug);
        return ResponseEntity.ok(page(
                type.title(),
                "<p>Status %d, type <code>%s</code>.</p><p>%s</p><p><a href=\"/problems\">All problems</a></p>"
                        .formatted(type.status(), ProblemResponses.uri(type), escaped(type.meaning()))));
    }

    private static ProblemType find(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No problem is of that type; /problems lists them all."));
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font-family:system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}td{padding:.3rem;\
                vertical-align:top}</style></head>
                <body><h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """.formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return org.springframework.web.util.HtmlUtils.htmlEscape(text);
    }
}
