package org.aigovernancehub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** Checks a rule against the production code, and that it bites. */
final class Checked {
    static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Packages.ROOT);

    private Checked() {}

    /** The rule holds for everything that is delivered, and is broken by each of the fixtures by itself. */
    static void holdsButNotFor(ArchRule rule, Class<?>... fixtures) {
        assertThat(fixtures).isNotEmpty();
        for (var fixture : fixtures) {
            var alone = new ClassFileImporter().importClasses(fixture);
            assertThat(rule.evaluate(alone).hasViolation())
                    .as("%s breaks the rule: %s", fixture.getSimpleName(), rule.getDescription())
                    .isTrue();
        }
        rule.check(PRODUCTION);
    }
}
