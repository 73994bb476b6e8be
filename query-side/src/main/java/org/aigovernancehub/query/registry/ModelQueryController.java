package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelResource;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of models and of what belongs to them. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models")
class ModelQueryController {
    private static final int DEEPEST = 10;

    private final ReadGate gate;

    ModelQueryController(ReadGate gate) {
        this.gate = gate;
    }

    @GetMapping
    @Operation(summary = "List models", description = "By id, unless sort says otherwise.")
    @Exportable
    Listing<ModelResource> list(
            @Valid @ModelAttribute ModelFilter filter,
            @Valid @ModelAttribute ModelOrder order,
            @Valid @ModelAttribute PageRequest page,
            ReadCall call) {
        var role = call.caller().role();
        return Listing.of(
                        call, page, filter.query(call, order.order()).mapped(row -> ModelResource.of(row.view(), role)))
                .exportable(
                        "id",
                        "name",
                        "description",
                        "owner",
                        "organization_id",
                        "environment",
                        "risk_level",
                        "domain",
                        "potential_harm",
                        "intended_purpose",
                        "data_sources",
                        "oversight_plan",
                        "data_sensitivity",
                        "data_classification",
                        "jurisdiction",
                        "sector",
                        "compliance_status",
                        "submitted_by",
                        "approved_by_user_id",
                        "approved_at",
                        "approval_notes",
                        "latest_version",
                        "created_at",
                        "updated_at");
    }

    @GetMapping("/facets")
    @Operation(
            summary = "Count models by what they can be filtered by",
            description = "For each facet, how many models have each value, with all other filters applied.")
    ResponseEntity<ModelFacets> facets(@Valid @ModelAttribute ModelFilter filter, ReadCall call) {
        return gate.read(call, snapshot -> ModelFacets.count(snapshot, filter)).answerOverMany();
    }

    @GetMapping("/{modelId}")
    @Operation(summary = "Read a model")
    ResponseEntity<ModelResource> read(@PathVariable long modelId, ReadCall call) {
        var reading = gate.readEntity(call, RegistryRows.model(modelId));
        var row = reading.value();
        return reading.with(ModelResource.of(row.view(), call.caller().role())).answer(row.version());
    }

    @GetMapping("/{modelId}/versions")
    @Operation(summary = "List a model's versions", description = "By id.")
    Listing<VersionView> versions(@PathVariable long modelId, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return ofModel("model_version", "version_id", RegistryRows::version, modelId, page, call);
    }

    @GetMapping("/{modelId}/reviews")
    @Operation(summary = "List a model's reviews", description = "By id.")
    Listing<ReviewView> reviews(@PathVariable long modelId, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return ofModel("review", "review_id", RegistryRows::review, modelId, page, call);
    }

    @GetMapping("/{modelId}/datasets")
    @Operation(summary = "List the datasets that a model uses", description = "Links, by id.")
    Listing<LinkView> datasets(@PathVariable long modelId, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return ofModel("dataset_link", "link_id", RegistryRows::link, modelId, page, call);
    }

    @GetMapping("/{modelId}/metrics")
    @Operation(
            summary = "List the metrics of all of a model's versions",
            description = "By id, in the order in which they were recorded.")
    Listing<MetricView> metrics(
            @PathVariable long modelId,
            @RequestParam(name = "metric_name", required = false) @Nullable String metricName,
            @RequestParam(name = "version_id", required = false) @Nullable Long versionId,
            @Valid @ModelAttribute PageRequest page,
            ReadCall call) {
        return Listing.of(
                call,
                page,
                query("metric", "metric_id", RegistryRows::metric, modelId)
                        .where("metric_name = ?", metricName)
                        .where("version_id = ?", versionId));
    }

    @GetMapping("/{modelId}/lineage")
    @Operation(
            summary = "Where a model comes from, and what came from it",
            description = "Its datasets, and all dependencies within the depth, towards parents and towards children.")
    ResponseEntity<Lineage> lineage(
            @PathVariable long modelId,
            @RequestParam(name = "depth", defaultValue = "1")
                    @Min(value = 1, message = "must be from 1 to 10")
                    @Max(value = DEEPEST, message = "must be from 1 to 10")
                    int depth,
            ReadCall call) {
        return gate.read(call, snapshot -> {
                    RegistryRows.model(modelId).find(snapshot);
                    return Lineage.of(snapshot, modelId, depth);
                })
                .answerOverMany();
    }

    private static <T> Listing<T> ofModel(
            String table, String id, RowMapper<T> mapper, long modelId, PageRequest page, ReadCall call) {
        return Listing.of(call, page, query(table, id, mapper, modelId));
    }

    private static <T> ListQuery<T> query(String table, String id, RowMapper<T> mapper, long modelId) {
        return new ListQuery<>("*", table, mapper, Order.ascending("id", Key.number(id)))
                .of(RegistryRows.model(modelId)::find)
                .where("model_id = ?", modelId);
    }
}
