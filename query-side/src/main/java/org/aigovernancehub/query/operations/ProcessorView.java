package org.aigovernancehub.query.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import org.aigovernancehub.query.projection.Generation;
import org.jspecify.annotations.Nullable;

/**
 * How far one projection of a generation has come. Projections of a generation move together.
 *
 * @param lagEvents null where it is not to follow: of a generation that is retired, or waits to be built
 * @param lagSeconds the age of the oldest event that it has not applied; 0 if there is none, null as above
 * @param deadLetters events that are parked
 * @param failure why this hub does not apply events at present; null if it does
 */
@Schema(name = "Processor")
public record ProcessorView(
        @Schema(example = "models") String name,
        @Schema(example = "a") String generation,
        Generation.State state,
        long position,
        long highestPosition,
        @Nullable Long lagEvents,
        @Nullable Double lagSeconds,
        long deadLetters,
        @Nullable String failure) {

    /** Tells whether it answers reads. */
    public boolean live() {
        return state == Generation.State.LIVE;
    }
}
