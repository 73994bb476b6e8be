package org.aigovernancehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrations go forward only: one that somebody's database has been through is never edited, and a new one comes after all of them. What
 * has to change, changes by another migration. The list is {@code releases/migrations.sha256}; a release adds its lines.
 */
class ReleasedMigrationsTest {
    private static final String FOLDER = "db/migration/";

    @Test
    void aMigrationThatWasReleasedIsWhatItWas() throws Exception {
        assertThat(present()).containsAllEntriesOf(released());
    }

    @Test
    void aNewMigrationComesAfterAllThatWereReleased() throws Exception {
        var released = released();
        var last = released.keySet().stream()
                .map(ReleasedMigrationsTest::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(present().keySet())
                .filteredOn(name -> !released.containsKey(name))
                .allSatisfy(name -> assertThat(version(name)).isGreaterThan(last));
    }

    private static MigrationVersion version(String name) {
        return MigrationVersion.fromVersion(
                name.substring(1, name.indexOf("__")).replace('_', '.'));
    }

    private static Map<String, String> released() throws IOException {
        try (var stream = Objects.requireNonNull(
                ReleasedMigrationsTest.class.getResourceAsStream("/releases/migrations.sha256"))) {
            var released = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" {2}", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0]));
            assertThat(released).hasSizeGreaterThanOrEqualTo(5);
            return released;
        }
    }

    private static Map<String, String> present() throws Exception {
        var present = new TreeMap<String, String>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.sql")) {
            try (var stream = resource.getInputStream()) {
                present.put(
                        Objects.requireNonNull(resource.getFilename()),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes())));
            }
        }
        return present;
    }
}
