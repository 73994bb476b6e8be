package org.aigovernancehub.command.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of a request. Lengths count Unicode code points, as PostgreSQL does; NUL and lone surrogates are refused, which PostgreSQL
 * cannot keep. An optional text may be null or empty; a required one is neither null nor blank.
 */
@Documented
@Constraint(validatedBy = TextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** The least number of code points of a text that is not empty; of any text, if it is required. */
    int min() default 0;

    /** The greatest number of code points. */
    int max();

    /** Whether null and blank texts are refused. */
    boolean required() default false;

    /** A regular expression that the whole of a text that is not empty matches; empty for none. */
    String pattern() default "";

    /** What to say of a text that does not match the pattern. */
    String message() default "has characters that are not allowed here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
