package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.jspecify.annotations.Nullable;

/** In which order to list models. */
record ModelOrder(
        @Parameter(description = "id, name, created_at or updated_at; a minus in front turns it round")
        @Schema(
                defaultValue = "id",
                allowableValues = {
                    "id",
                    "-id",
                    "name",
                    "-name",
                    "created_at",
                    "-created_at",
                    "updated_at",
                    "-updated_at"
                })
        @Nullable
        String sort) {
    private static final Key ID = Key.number("model_id");

    static final Order BY_ID = Order.ascending("id", ID);

    private static final Map<String, Order> ORDERS = Map.of(
            "id", BY_ID,
            "-id", Order.descending("-id", ID),
            "name", Order.ascending("name", Key.text("name"), ID),
            "-name", Order.descending("-name", Key.text("name"), ID),
            "created_at", Order.ascending("created_at", Key.time("created_at"), ID),
            "-created_at", Order.descending("-created_at", Key.time("created_at"), ID),
            "updated_at", Order.ascending("updated_at", Key.latest("updated_at"), ID),
            "-updated_at", Order.descending("-updated_at", Key.latest("updated_at"), ID));

    Order order() {
        var order = ORDERS.get(Objects.requireNonNullElse(sort, "id"));
        if (order == null) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "sort: it must be id, name, created_at or updated_at, or one of them with a minus in front.");
        }
        return order;
    }
}
