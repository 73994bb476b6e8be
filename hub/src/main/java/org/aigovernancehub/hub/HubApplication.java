package org.aigovernancehub.hub;

import org.aigovernancehub.hub.launch.HubLauncher;
import org.aigovernancehub.hub.settings.InvalidSettings;

/** Starts the hub, or, with {@code verify} as its argument, checks a database and leaves. */
public final class HubApplication {
    private HubApplication() {}

    public static void main(String[] args) {
        try {
            int code = new HubLauncher(System.getenv()).run(args);
            if (code >= 0) {
                System.exit(code);
            }
        } catch (InvalidSettings e) {
            System.err.println("The hub did not start. " + e.getMessage());
            System.exit(1);
        }
    }
}
