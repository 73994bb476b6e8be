package org.aigovernancehub.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.axonframework.modelling.command.AggregateIdentifier;

/** What decides commands: a class that names the identifier of its stream. */
final class Aggregates {
    static final DescribedPredicate<JavaClass> ARE_AGGREGATES = DescribedPredicate.describe(
            "are aggregates",
            type -> type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

    private Aggregates() {}
}
