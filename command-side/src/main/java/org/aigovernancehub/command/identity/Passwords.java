package org.aigovernancehub.command.identity;

import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id: 19 MiB, two passes. At most two at a time, so that sign-ins cannot exhaust memory. */
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** A hash that no password has, whose check takes what any other does. To hash one takes a twentieth of a start. */
    static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, PARALLELISM, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, PASSES);
    private final Semaphore atOnce = new Semaphore(2);

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            atOnce.release();
        }
    }

    /** Compares; for an unknown user it works as long, so that time tells nobody who exists. */
    boolean matches(String password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? NOBODYS : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }
}
