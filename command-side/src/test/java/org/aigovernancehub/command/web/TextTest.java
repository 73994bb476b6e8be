package org.aigovernancehub.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.registry.RiskLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Body(
            @Text(max = 5, required = true) @Nullable String name,
            @Text(max = 5, min = 2) @Nullable String note,

            @Text(max = 9, pattern = "[a-z]+", message = "takes {small} letters") @Nullable
            String code) {}

    record Change(
            Patch<@Text(max = 3, required = true) String> name,
            Patch<@Text(max = 3) String> note,
            Patch<@NotNull RiskLevel> risk) {}

    record Number(@Finite double value, @Finite @Nullable Double other) {}

    @Test
    void a_required_text_is_neither_null_nor_blank() {
        assertThat(objections(new Body(null, null, null))).containsExactly("name must not be null");
        assertThat(objections(new Body("", null, null))).containsExactly("name must not be blank");
        assertThat(objections(new Body(" \t", null, null))).containsExactly("name must not be blank");
        assertThat(objections(new Body("x", null, null))).isEmpty();
    }

    @Test
    void an_optional_text_may_be_null_or_empty() {
        assertThat(objections(new Body("x", "", ""))).isEmpty();
    }

    @Test
    void lengths_count_code_points() {
        assertThat(objections(new Body("😀😀😀😀😀", "é", "a")))
                .containsExactly("note has 1 characters; at least 2 are needed");
        assertThat(objections(new Body("😀😀😀😀😀😀", null, null)))
                .containsExactly("name has 6 characters; at most 5 are allowed");
    }

    @Test
    void what_the_database_cannot_keep_is_refused() {
        assertThat(objections(new Body("a\0b", null, null))).containsExactly("name must not contain the character NUL");
        assertThat(objections(new Body("a\ud800b", null, null)))
                .containsExactly("name must not contain half a surrogate pair");
    }

    @Test
    void a_pattern_says_what_it_wants_in_its_own_words() {
        assertThat(objections(new Body("x", null, "A1"))).containsExactly("code takes {small} letters");
    }

    @Test
    void an_absent_member_of_a_patch_is_not_checked_and_null_is() {
        assertThat(objections(new Change(Patch.absent(), Patch.absent(), Patch.absent())))
                .isEmpty();
        assertThat(objections(new Change(Patch.of(null), Patch.of(null), Patch.of(null))))
                .containsExactly("name must not be null", "risk must not be null");
        assertThat(objections(new Change(Patch.of("abc"), Patch.of("abcd"), Patch.of(RiskLevel.HIGH))))
                .containsExactly("note has 4 characters; at most 3 are allowed");
    }

    @Test
    void infinite_numbers_are_refused() {
        assertThat(objections(new Number(1e308, null))).isEmpty();
        assertThat(objections(new Number(Double.POSITIVE_INFINITY, Double.NaN)))
                .containsExactly("other must be a finite number", "value must be a finite number");
    }

    private static List<String> objections(Object body) {
        return VALIDATOR.validate(body).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .toList();
    }
}
