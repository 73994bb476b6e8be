package org.aigovernancehub.command.pipeline;

import java.util.List;

/** The classes that decide commands. */
public record AggregateTypes(List<Class<?>> classes) {
    public AggregateTypes {
        classes = List.copyOf(classes);
    }
}
