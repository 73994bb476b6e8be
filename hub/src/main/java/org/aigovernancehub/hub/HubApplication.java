package org.aigovernancehub.hub;

import org.aigovernancehub.hub.launch.HubLauncher;
import org.aigovernancehub.hub.settings.InvalidSettings;
import org.slf4j.LoggerFactory;

/** Starts the hub, or, with arguments, checks a database, writes a backup of it or restores one, and leaves. */
public final class HubApplication {
    private HubApplication() {}

    public static void main(String[] args) {
        try {
            int code = new HubLauncher(System.getenv()).run(args);
            if (code >= 0) {
                System.exit(code);
            }
        } catch (InvalidSettings e) {
            // What a command has not done, its own sentence says.
            System.err.println((args.length == 0 ? "The hub did not start. " : "") + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Nothing that is left running may keep the process alive: service managers start it again.
            LoggerFactory.getLogger(HubApplication.class).error("The hub did not start", e);
            System.exit(1);
        }
    }
}
