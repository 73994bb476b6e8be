package org.aigovernancehub.hub.web.page;

/** Tells whether what the hub shows has been made up. */
@FunctionalInterface
public interface DemonstrationMark {

    boolean isPresent();
}
