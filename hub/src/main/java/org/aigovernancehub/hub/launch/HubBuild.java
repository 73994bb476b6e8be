package org.aigovernancehub.hub.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the hub this is, where no application context can tell. */
final class HubBuild {
    private HubBuild() {}

    static String version() {
        try (var stream = HubBuild.class.getResourceAsStream("/META-INF/build-info.properties")) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("build.version", "development");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
