package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call that may change something; controllers take it as a parameter.
 *
 * @param path without query and trailing slash
 * @param idempotencyKey 1-255 printable ASCII characters, or null
 * @param expectedVersion what {@code If-Match} names; null for none or {@code *}
 * @param fingerprint what tells the body from others: its SHA-256, under a key of the hub where the body has a password in it
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

    /** The same, with another fingerprint of its body. */
    public CommandCall fingerprinted(byte[] other) {
        return new CommandCall(caller, method, path, idempotencyKey, expectedVersion, other);
    }

    public CommandContext context() {
        return new CommandContext(caller, expectedVersion);
    }
}
