package org.aigovernancehub.query.dataset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.EntityQuery;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of datasets. */
@RestController
@RequestMapping("/api/v1/datasets")
@Tag(name = "Datasets")
class DatasetQueryController {
    private final ReadGate gate;

    DatasetQueryController(ReadGate gate) {
        this.gate = gate;
    }

    @GetMapping
    @Operation(summary = "List datasets", description = "The newest first.")
    @Exportable
    Listing<DatasetView> list(
            @Valid @ModelAttribute DatasetFilter filter, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(call, page, filter.query(call).mapped(DatasetRow::view))
                .exportable(
                        "id",
                        "name",
                        "description",
                        "source_system",
                        "location",
                        "data_sensitivity",
                        "data_classification",
                        "organization_id",
                        "record_count",
                        "created_at");
    }

    @GetMapping("/{datasetId}")
    @Operation(summary = "Read a dataset")
    ResponseEntity<DatasetView> read(@PathVariable long datasetId, ReadCall call) {
        var reading = gate.readEntity(call, query(datasetId));
        return reading.with(reading.value().view()).answer(reading.value().version());
    }

    @GetMapping("/{datasetId}/models")
    @Operation(
            summary = "List the models that use a dataset",
            description = "Links, by id, with what the model is now.")
    Listing<LinkedModel> models(@PathVariable long datasetId, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(
                call, page, LinkedModel.query().of(query(datasetId)::find).where("dataset_id = ?", datasetId));
    }

    private static EntityQuery<DatasetRow> query(long datasetId) {
        return new EntityQuery<>(new DatasetId(datasetId), DatasetRow.COLUMNS, "dataset", DatasetRow::of);
    }
}
