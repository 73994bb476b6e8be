package org.aigovernancehub.api.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.identity.UserEvent;
import org.aigovernancehub.api.operations.OperationsEvent;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.report.ReportEvent;

/** The closed list of event names: what may be stored, and which record each name stands for. */
public final class EventNames {
    private static final List<Class<? extends DomainEvent>> VOCABULARIES = List.of(
            OrganizationEvent.class,
            UserEvent.class,
            ModelEvent.class,
            DatasetEvent.class,
            PolicyEvent.class,
            OperationsEvent.class,
            ReportEvent.class);

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = collect();

    private static final ClassValue<String> ACTIONS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return action(of(type.asSubclass(DomainEvent.class)).name());
        }
    };

    private EventNames() {}

    /** Returns every event record by its stored name, in the order of declaration. */
    public static Map<String, Class<? extends DomainEvent>> all() {
        return BY_NAME;
    }

    /** Returns the stored name and revision of a record. */
    public static EventType of(Class<? extends DomainEvent> type) {
        var annotation = type.getAnnotation(EventType.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " lacks @EventType");
        }
        return annotation;
    }

    /** Returns the stored name of a record in upper snake case, as the audit log shows it: {@code MODEL_REGISTERED}. */
    public static String action(Class<? extends DomainEvent> type) {
        return ACTIONS.get(type);
    }

    static String action(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Class<? extends DomainEvent>> collect() {
        var names = new LinkedHashMap<String, Class<? extends DomainEvent>>();
        for (var vocabulary : VOCABULARIES) {
            collect(vocabulary, names);
        }
        return Collections.unmodifiableMap(names);
    }

    private static void collect(Class<?> type, Map<String, Class<? extends DomainEvent>> names) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted, names);
            }
            return;
        }
        var record = type.asSubclass(DomainEvent.class);
        var clash = names.put(of(record).name(), record);
        if (clash != null) {
            throw new IllegalStateException(
                    "two events are stored as " + of(record).name());
        }
    }
}
