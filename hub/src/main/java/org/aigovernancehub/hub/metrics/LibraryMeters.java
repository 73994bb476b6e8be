package org.aigovernancehub.hub.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;

/**
 * Makes what libraries measure follow Prometheus's conventions, so that {@code promtool check metrics} has nothing to say of it: each
 * metric says what it is, units are seconds, and only histograms have names that end in {@code _count}.
 */
final class LibraryMeters implements MeterFilter {
    /** In milliseconds and nanoseconds, and told otherwise too; and those of sessions, of which there are none in memory. */
    private static final Set<String> LEFT_OUT = Set.of("jvm.compilation.time", "process.cpu.time");

    private static final String SESSIONS = "tomcat.sessions";

    private static final Map<String, String> RENAMED = Map.of("system.cpu.count", "system.cpus");

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "http.server.requests", "Requests answered, by method, template of the path and status",
            "http.server.requests.active", "Requests under way",
            "tasks.scheduled.execution", "Runs of the hub's periodic tasks",
            "tasks.scheduled.execution.active", "Runs of the hub's periodic tasks under way");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return LEFT_OUT.contains(id.getName()) || id.getName().startsWith(SESSIONS)
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var name = RENAMED.getOrDefault(id.getName(), id.getName());
        var description = id.getDescription() == null ? DESCRIPTIONS.get(id.getName()) : id.getDescription();
        return new Meter.Id(name, Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), description, id.getType());
    }
}
