package org.aigovernancehub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.aigovernancehub.architecture.Packages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants that rules are written with mean something, and leave nothing out. */
class PackagesTest {

    static Stream<String> constants() {
        return Packages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantMatchesClasses(String constant) {
        assertThat(Checked.PRODUCTION.that(resideInAPackage(constant))).isNotEmpty();
    }

    @Test
    void everyConstantIsTried() throws IllegalAccessException {
        var declared = Stream.of(Packages.class.getDeclaredFields())
                .filter(field -> !field.getName().equals("ROOT") && !field.isSynthetic())
                .toList();
        assertThat(declared).hasSameSizeAs(Packages.all());
        for (var field : declared) {
            assertThat(Packages.all()).contains((String) field.get(null));
        }
    }

    @Test
    void nothingLiesOutsideOfTheFourModules() {
        assertThat(Checked.PRODUCTION.stream()
                        .map(type -> type.getPackageName().replaceFirst(ROOT + "\\.([a-z]+).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder("api", "command", "query", "hub");
    }
}
