package org.aigovernancehub.query.dataset;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.listing.SearchText;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which datasets to list. */
record DatasetFilter(
        @BindParam("organization_id") @Nullable Long organizationId,
        @BindParam("data_sensitivity") @Nullable DataSensitivity dataSensitivity,

        @Parameter(description = "Found in name, description, source system or location, whatever the case")
        @Schema(minLength = 3)
        @Nullable
        String q) {
    private static final Order NEWEST_FIRST = Order.descending("-id", Key.number("dataset_id"));

    ListQuery<DatasetRow> query(ReadCall call) {
        return new ListQuery<>(DatasetRow.COLUMNS, "dataset", DatasetRow::of, NEWEST_FIRST)
                .where("organization_id = ?", call.tenant(organizationId))
                .where("data_sensitivity = ?", dataSensitivity)
                .search("dataset", SearchText.wanted(q));
    }
}
