package org.aigovernancehub.command.savedview;

import java.time.Instant;
import org.aigovernancehub.api.Wire;

/**
 * The filters, order and columns of a list, under a name.
 *
 * @param userId who made it
 * @param query what follows the question mark in the page's address
 * @param shared whether everybody of the organisation may open it
 */
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
    enum Page implements Wire {
        MODELS,
        VIOLATIONS,
        AUDIT,
        DATASETS,
        POLICIES
    }
}
