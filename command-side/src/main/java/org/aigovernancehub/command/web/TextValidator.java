package org.aigovernancehub.command.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}; says what is wrong in a sentence that follows the member's name. */
public final class TextValidator implements ConstraintValidator<Text, String> {
    private int min;
    private int max;
    private boolean required;
    private @Nullable Pattern pattern;
    private String mismatch = "";

    @Override
    public void initialize(Text text) {
        min = text.min();
        max = text.max();
        required = text.required();
        pattern = text.pattern().isEmpty() ? null : Pattern.compile(text.pattern());
        mismatch = text.message();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        var objection = objection(value);
        if (objection == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        // Braces and dollars of ours are text, no expressions.
        context.buildConstraintViolationWithTemplate(objection.replaceAll("([\\\\{}$])", "\\\\$1"))
                .addConstraintViolation();
        return false;
    }

    private @Nullable String objection(@Nullable String value) {
        if (value == null) {
            return required ? "must not be null" : null;
        }
        if (value.indexOf('\0') >= 0) {
            return "must not contain the character NUL";
        }
        if (value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            return "must not contain half a surrogate pair";
        }
        int length = value.codePointCount(0, value.length());
        if (length > max) {
            return "has %,d characters; at most %,d are allowed".formatted(length, max);
        }
        if (value.isBlank()) {
            return required ? "must not be blank" : null;
        }
        if (length < min) {
            return "has %,d characters; at least %,d are needed".formatted(length, min);
        }
        return pattern == null || pattern.matcher(value).matches() ? null : mismatch;
    }
}
