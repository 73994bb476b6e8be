package org.aigovernancehub.query.listing;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to answer.
 *
 * @param limit how many a page; null for the whole list
 * @param cursor from the {@code Link} of another page of the same list; null for the first one
 */
public record PageRequest(
        @Parameter(description = "How many a page, 1 to 500; without it the whole list is streamed")
        @Schema(minimum = "1", maximum = "500")
        @Min(value = 1, message = "must be from 1 to 500")
        @Max(value = 500, message = "must be from 1 to 500")
        @Nullable
        Integer limit,

        @Parameter(description = "From the Link header of another page of the same list; goes with limit") @Nullable
        String cursor) {}
