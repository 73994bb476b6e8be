package org.aigovernancehub.hub.e2e;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is looked at in a browser everywhere rather than once: {@code web/browser/sweeps}. It takes minutes, so it runs when it is asked for
 * by its name.
 */
class BrowserSweeps {
    private static final Duration PATIENCE = Duration.ofMinutes(25);

    @Test
    void everySweepFindsNothing() throws Exception {
        try (var hub = HubProcess.start(Map.of("HUB_DEMO", "true"))) {
            Browser.run("sweeps", hub, PATIENCE, Map.of());
        }
    }
}
