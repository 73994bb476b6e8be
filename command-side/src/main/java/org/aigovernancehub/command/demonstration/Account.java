package org.aigovernancehub.command.demonstration;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in to the demonstration.
 *
 * @param role its name on the wire
 * @param organization null for platform staff
 */
public record Account(
        String username,
        String password,
        String role,
        @Nullable String organization) {

    @Override
    public String toString() {
        return username; // never the password, wherever this is written
    }
}
