package org.aigovernancehub.hub.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.web.Finite;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints in the shapes that the hub's controllers have. */
@RestController
@RequestMapping("/api/v1/trials")
class TrialController {

    record Trial(
            @JsonProperty(required = true) @Text(max = 5, required = true)
            String name,

            @Text(max = 5) @Nullable String longNote,
            @Nullable RiskLevel riskLevel,
            @JsonProperty("is_active") @Nullable Boolean active,
            @Nullable Long recordCount,
            @Nullable Instant expiresAt,
            @Valid @Nullable List<Metric> metrics) {}

    record Metric(
            @JsonProperty(required = true) long versionId,

            @JsonProperty(required = true) @Text(max = 3, required = true)
            String metricName,

            @JsonProperty(required = true) @Finite double value) {}

    record Change(
            Patch<@Text(max = 5, required = true) String> name,
            Patch<@Text(max = 5) String> longNote,
            Patch<@NotNull RiskLevel> riskLevel) {}

    record Filter(
            @BindParam("risk_level") @Nullable RiskLevel riskLevel,
            @Min(1) @Max(500) @Nullable Integer limit,
            @Nullable Instant from) {}

    @GetMapping
    Map<String, String> list(
            @RequestParam(name = "risk_level", required = false) @Nullable RiskLevel riskLevel,
            @RequestParam(required = false) @Min(1) @Max(500) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(name = "is_active", required = false) @Nullable Boolean active) {
        return Map.of("from", String.valueOf(from), "active", String.valueOf(active));
    }

    @GetMapping("/filtered")
    String filtered(@Valid @ModelAttribute Filter filter) {
        return filter.toString();
    }

    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable long id) {
        return Map.of("id", id, "correlation_id", String.valueOf(MDC.get("correlation_id")));
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> create(CommandCall call, @Valid @RequestBody Trial trial) {
        return ResponseEntity.status(201)
                .body(Map.of(
                        "name",
                        trial.name(),
                        "path",
                        call.path(),
                        "fingerprint",
                        HexFormat.of().formatHex(call.fingerprint())));
    }

    @PostMapping("/{id}/metrics")
    int metrics(
            @PathVariable long id, CommandCall call, @Valid @Size(max = 3) @RequestBody List<@NotNull Metric> metrics) {
        return metrics.size();
    }

    @PatchMapping("/{id}")
    String change(@PathVariable long id, CommandCall call, @Valid @RequestBody Change change) {
        return change.toString();
    }

    @PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String form(@RequestParam String username, @RequestParam String password) {
        return username + "/" + password;
    }

    @PostMapping(path = "/form2", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String form2(@RequestBody MultiValueMap<String, String> form) {
        return form.toString();
    }

    @GetMapping("/failures/{kind}")
    String fail(@PathVariable String kind, HttpServletResponse response) throws IOException {
        switch (kind) {
            case "problem" -> throw new ProblemException(ProblemType.DUPLICATE, "There is one already.").with("id", 7);
            case "unforeseen" -> throw new IllegalStateException("secret detail");
            case "database" -> throw new DataAccessResourceFailureException("secret detail");
            case "midway" -> {
                response.getOutputStream().write("[1,".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                response.flushBuffer();
                throw new IllegalStateException("secret detail");
            }
            case "container" -> response.sendError(503);
            default -> throw new AssertionError(kind);
        }
        return "";
    }
}
