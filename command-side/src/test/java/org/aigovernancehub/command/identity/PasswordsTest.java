package org.aigovernancehub.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passwords: what they match, and that nobody's takes as long to refuse as somebody's. */
class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesItsOwnHashAlone() {
        var hash = passwords.hash("a long enough password");

        assertThat(passwords.matches("a long enough password", hash)).isTrue();
        assertThat(passwords.matches("a long enough passwore", hash)).isFalse();
        assertThat(passwords.hash("a long enough password")).isNotEqualTo(hash);
    }

    @Test
    void nobodysHashIsCheckedLikeAnyOther() {
        // What cannot be read, or costs less, is refused sooner, and that tells who exists.
        assertThat(shape(Passwords.NOBODYS)).isEqualTo(shape(passwords.hash("a long enough password")));
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("", Passwords.NOBODYS)).isFalse();
    }

    /** Parameters as they are; salt and hash by their lengths. */
    private static String shape(String hash) {
        var parts = hash.split("[$]");
        assertThat(parts).hasSize(6);
        return "%s %s %s %d %d".formatted(parts[1], parts[2], parts[3], parts[4].length(), parts[5].length());
    }
}
