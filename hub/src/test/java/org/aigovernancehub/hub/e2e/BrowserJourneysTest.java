package org.aigovernancehub.hub.e2e;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What people come for, done by them in a browser: {@code web/browser/journeys}. */
@Isolated("a browser needs both cores")
class BrowserJourneysTest {
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    @Test
    void everyJourneyReachesItsEnd() throws Exception {
        Browser.run("journeys", SharedHub.hub(), PATIENCE, Map.of());
    }
}
