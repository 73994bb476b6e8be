package org.aigovernancehub.command.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.aigovernancehub.command.Sha256;

/** Random bearer secrets of 256 bits. Only their SHA-256 is kept: what has so many bits needs no slow hash. */
public final class Secrets {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
