package org.aigovernancehub.reliability.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.aigovernancehub.hub.e2e.HubProcess;

/** Signals that Java has no word for. */
public final class Signals {
    private Signals() {}

    public static void pause(HubProcess hub) {
        send("STOP", hub.handle().pid());
    }

    /** Lets a paused hub go on; nothing happens to one that runs or has ended. */
    public static void resume(HubProcess hub) {
        if (hub.isAlive()) {
            send("CONT", hub.handle().pid());
        }
    }

    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
