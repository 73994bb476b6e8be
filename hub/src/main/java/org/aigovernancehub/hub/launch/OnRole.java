package org.aigovernancehub.hub.launch;

import org.aigovernancehub.api.Wire;
import org.aigovernancehub.hub.settings.HubRole;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides by {@code HUB_ROLE} what a hub is made of. */
public final class OnRole {
    /** The property that carries {@code HUB_ROLE} into the application context. */
    public static final String PROPERTY = "hub.role";

    private OnRole() {}

    private static HubRole role(ConditionContext context) {
        return Wire.of(HubRole.class, context.getEnvironment().getProperty(PROPERTY, HubRole.ALL.wire()));
    }

    /** Matches where the hub takes commands. */
    public static final class CommandRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return role(context).commands();
        }
    }

    /** Matches where the hub answers reads. */
    public static final class QueryRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return role(context).queries();
        }
    }
}
