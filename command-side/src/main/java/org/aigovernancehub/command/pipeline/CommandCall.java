package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call that may change something; controllers take it as a parameter.
 *
 * @param path without query and trailing slash
 * @param idempotencyKey 1-255 printable ASCII characters, or null
 * @param expectedVersion what {@code If-Match} names; null for none or {@code *}
 * @param fingerprint SHA-256 of the body
 */
public record CommandCall(
        Caller caller,
        String method,
        String path,
        @Nullable String idempotencyKey,
        @Nullable Long expectedVersion,
        byte[] fingerprint) {

    /** The same, of a thing that has no version, so that none can be expected of what it belongs to. */
    public CommandCall ofAnyVersion() {
        return new CommandCall(caller, method, path, idempotencyKey, null, fingerprint);
    }

    public CommandContext context() {
        return new CommandContext(caller, expectedVersion);
    }
}
