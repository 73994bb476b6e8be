package org.aigovernancehub.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Secrets that the hub makes for itself, one a file, readable by its owner only (mode 0600). */
public final class PrivateFiles {
    private static final int BYTES = 32;

    private PrivateFiles() {}

    /** Reads a secret; empty where there is none yet. */
    public static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the secret, or makes and keeps one of 256 random bits. */
    public static String readOrGenerate(Path file) {
        return read(file).orElseGet(() -> {
            var secret = generate();
            write(file, secret);
            return secret;
        });
    }

    /** Makes a secret of 256 random bits, of letters, digits, minus and underscore. */
    public static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Writes a secret whole or not at all; it is never readable by others, not even for a moment. */
    public static void write(Path file, String secret) {
        try {
            var part = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    ".",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(part, (secret + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
