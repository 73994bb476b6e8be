package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of versions and their metrics. */
@RestController
@RequestMapping("/api/v1/versions")
@Tag(name = "Versions and metrics")
class VersionQueryController {
    private final ReadGate gate;

    VersionQueryController(ReadGate gate) {
        this.gate = gate;
    }

    @GetMapping("/{versionId}")
    @Operation(summary = "Read a version", description = "Its ETag is that of the model that it belongs to.")
    ResponseEntity<VersionView> read(@PathVariable long versionId, ReadCall call) {
        var reading = gate.read(call, snapshot -> RegistryRows.version(snapshot, versionId));
        return reading.with(reading.value().view()).answer(reading.value().aggregateVersion());
    }

    @GetMapping("/{versionId}/metrics")
    @Operation(summary = "List a version's metrics", description = "By id, in the order in which they were recorded.")
    Listing<MetricView> metrics(
            @PathVariable long versionId,
            @RequestParam(name = "metric_name", required = false) @Nullable String metricName,
            @Valid @ModelAttribute PageRequest page,
            ReadCall call) {
        return Listing.of(
                call,
                page,
                new ListQuery<>("*", "metric", RegistryRows::metric, Order.ascending("id", Key.number("metric_id")))
                        .of(snapshot -> RegistryRows.version(snapshot, versionId))
                        .where("version_id = ?", versionId)
                        .where("metric_name = ?", metricName));
    }
}
