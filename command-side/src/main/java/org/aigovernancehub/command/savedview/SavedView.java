package org.aigovernancehub.command.savedview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.aigovernancehub.api.Wire;

/**
 * The filters, order and columns of a list, under a name.
 *
 * @param userId who made it
 * @param query what follows the question mark in the page's address
 * @param shared whether everybody of the organisation may open it
 */
@Schema(name = "SavedView")
record SavedView(
        long id,
        long userId,
        String name,
        Page page,
        String query,
        boolean shared,
        Instant createdAt,
        Instant updatedAt) {

    /** The list that it is of. */
    @Schema(name = "SavedViewPage")
    enum Page implements Wire {
        MODELS,
        VIOLATIONS,
        AUDIT,
        DATASETS,
        POLICIES
    }
}
