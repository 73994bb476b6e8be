package org.aigovernancehub.command.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.aigovernancehub.api.Patch;

/** Lets constraints stand on what a patch holds, {@code Patch<@Text(max = 50) String>}; an absent member is not checked. */
public final class PatchExtractor implements ValueExtractor<Patch<@ExtractedValue ?>> {

    @Override
    @SuppressWarnings("NullAway") // the interface's parameters may be null, which it does not say
    public void extractValues(Patch<@ExtractedValue ?> patch, ValueReceiver receiver) {
        if (patch.given()) {
            receiver.value(null, patch.value());
        }
    }
}
