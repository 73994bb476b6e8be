package org.aigovernancehub.api.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name and revision under which an event record is stored; classes may be renamed, these may not. On every record, since
 * annotations do not pass through interfaces.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** The stored name, past tense in camel case: {@code ModelRegistered}. */
    String name();

    /** The shape's revision: optional additions keep it, anything else is the next one, with an upcaster. */
    int revision() default 1;
}
