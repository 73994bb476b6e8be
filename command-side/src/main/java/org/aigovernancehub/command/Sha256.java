package org.aigovernancehub.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which secrets, bodies, reports and backups are known. */
public final class Sha256 {
    private Sha256() {}

    /** Returns the 32 bytes of a text's digest, in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }

    /** Begins a digest of what does not come at once. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
