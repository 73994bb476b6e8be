package org.aigovernancehub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of a database's address are read alike, and a wrong one says what it must look like. */
class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://ada:secret@db:5433/hub               | jdbc:postgresql://db:5433/hub               | ada | secret
            postgres://ada:secret@db:5433/hub                 | jdbc:postgresql://db:5433/hub               | ada | secret
            jdbc:postgresql://ada:secret@db:5433/hub          | jdbc:postgresql://db:5433/hub               | ada | secret
            jdbc:postgresql://db/hub?user=ada&password=secret | jdbc:postgresql://db:5432/hub               | ada | secret
            postgresql://db/hub                               | jdbc:postgresql://db:5432/hub               |     |
            postgresql://ada@db/hub                           | jdbc:postgresql://db:5432/hub               | ada |
            postgresql://ada@db/hub?password=secret           | jdbc:postgresql://db:5432/hub               | ada | secret
            postgresql://my_db:5432/hub                       | jdbc:postgresql://my_db:5432/hub            |     |
            postgresql://10.0.0.7/hub                         | jdbc:postgresql://10.0.0.7:5432/hub         |     |
            postgresql://ada:secret@[::1]:5433/hub            | jdbc:postgresql://[::1]:5433/hub            | ada | secret
            postgresql://ada:secret@[2001:db8::7]/hub         | jdbc:postgresql://[2001:db8::7]:5432/hub    | ada | secret
            postgresql://a%40b:p%40ss%3Aw%2Frd%25@db/hub      | jdbc:postgresql://db:5432/hub               | a@b | p@ss:w/rd%
            postgresql://ada:p+lus@db/hub                     | jdbc:postgresql://db:5432/hub               | ada | p+lus
            postgresql://ada:p:q@db/hub                       | jdbc:postgresql://db:5432/hub               | ada | p:q
            postgresql://ada:@db/hub                          | jdbc:postgresql://db:5432/hub               | ada | ''
            postgresql://db/hub?sslmode=verify-full           | jdbc:postgresql://db:5432/hub?sslmode=verify-full | |
            postgresql://db/hub?sslmode=require&sslrootcert=%2Fetc%2Fca.pem | jdbc:postgresql://db:5432/hub?sslmode=require&sslrootcert=%2Fetc%2Fca.pem | |
            postgresql://db/hub?options=-c%20a%3Db%26c        | jdbc:postgresql://db:5432/hub?options=-c%20a%3Db%26c | |
            postgresql://db/my%20hub                          | jdbc:postgresql://db:5432/my%20hub          |     |""")
    void bothFormsAreReadAlike(String url, String jdbcUrl, @Nullable String user, @Nullable String password) {
        var read = DatabaseUrl.parse("DATABASE_URL", url);
        assertThat(read.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(read.user()).isEqualTo(user);
        assertThat(read.password() == null ? null : read.password().value()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "db:5432/hub",
                "mysql://ada:secret@db/hub",
                "jdbc:mysql://ada:secret@db/hub",
                "jdbc:jdbc:postgresql://db/hub",
                "postgresql:///hub",
                "postgresql://ada:secret@/hub",
                "postgresql://ada:secret@db",
                "postgresql://ada:secret@db/",
                "postgresql://ada:secret@db:port/hub",
                "postgresql://ada:secret@db:99999/hub",
                "postgresql://ada:secret@db:0/hub",
                "postgresql://ada:sec ret@db/hub",
                "postgresql://ada:secret%zz@db/hub",
                "postgresql://ada:secret@::1/hub",
                "http://ada:secret@db/hub"
            })
    void aWrongOneNamesItsVariableAndNotItsPassword(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse("HUB_MIGRATION_URL", url))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(
                        "HUB_MIGRATION_URL must look like postgresql://user:password@host:port/database, or the same with"
                                + " jdbc: in front.");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(DatabaseUrl.parse("DATABASE_URL", "postgresql://ada:secret@db/hub?password=hidden"))
                .asString()
                .contains("ada", "********")
                .doesNotContain("secret", "hidden");
    }

    @Test
    void aSecretPrintsAsterisksOnly() {
        assertThat(new Secret("secret")).hasToString("********");
        assertThat("key " + new Secret("secret")).isEqualTo("key ********");
        assertThat(new Secret("secret").value()).isEqualTo("secret");
    }
}
