package org.aigovernancehub.command.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.eventstore.StreamHistory;
import org.aigovernancehub.command.report.content.ReportSources;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads what a report is made of. The decision tables only say which streams to look in; what counts is in the events up to the position,
 * so that it is the same whenever it is asked for.
 */
@Component
class ReportReader {
    /** What of other models a report names. */
    private static final List<String> OF_RELATIVES = List.of(
            "ModelRegistered",
            "ModelDetailsChanged",
            "RiskProfileChanged",
            "ComplianceStatusChanged",
            "VersionRegistered",
            "DependencyAdded");

    private final JdbcTemplate jdbc;
    private final StreamHistory history;

    ReportReader(@Qualifier("commandDataSource") DataSource dataSource, EventCodec codec) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.history = new StreamHistory(jdbc, codec);
    }

    /** Returns the registration of a model; empty where there was none yet, or the caller may not know of it. */
    Optional<ModelEvent.ModelRegistered> registration(ModelId modelId, long position, Caller caller) {
        return history.upTo(position, List.of(modelId), List.of("ModelRegistered"), 1).stream()
                .map(recorded -> (ModelEvent.ModelRegistered) recorded.event())
                .filter(event -> caller.sees(event.organizationId()))
                .findFirst();
    }

    /** @throws ProblemException {@code report-too-large} */
    ReportSources read(ModelEvent.ModelRegistered registration, long position) {
        var modelId = registration.modelId();
        var streams = new Streams(position);
        var model = streams.read(List.of(modelId), List.of(), "the model");
        return new ReportSources(
                position,
                history.recordedAt(position).orElseThrow(),
                model,
                streams.read(List.of(registration.organizationId()), List.of(), "the organisation"),
                streams.read(datasets(model), List.of(), "datasets"),
                streams.read(relatives(model, modelId), OF_RELATIVES, "other models"),
                streams.read(
                        ids(
                                PolicyId::new,
                                "SELECT policy_id FROM event_store.policy WHERE organization_id IS NULL OR organization_id = ?",
                                registration.organizationId().value()),
                        List.of(),
                        "policies"));
    }

    /** The streams that one report is made of. All that is read of them is in memory at once, so it is measured before. */
    private final class Streams {
        private final long position;
        private long characters;

        Streams(long position) {
            this.position = position;
        }

        List<RecordedEvent> read(Collection<? extends AggregateId> streams, List<String> names, String of) {
            var size = history.sizeUpTo(position, streams, names);
            require(size.events(), ReportLimits.EVENTS, "events of " + of);
            characters += size.characters();
            require(
                    characters,
                    ReportLimits.CHARACTERS,
                    "characters in the events of the model and of what belongs to it");
            return history.upTo(position, streams, names, ReportLimits.EVENTS);
        }
    }

    private static List<DatasetId> datasets(List<RecordedEvent> model) {
        return model.stream()
                .map(RecordedEvent::event)
                .filter(ModelEvent.DatasetLinked.class::isInstance)
                .map(event -> ((ModelEvent.DatasetLinked) event).datasetId())
                .distinct()
                .toList();
    }

    private List<ModelId> relatives(List<RecordedEvent> model, ModelId modelId) {
        var relatives = new java.util.ArrayList<>(ids(
                ModelId::new,
                "SELECT DISTINCT child_model_id FROM event_store.dependency_edge WHERE parent_model_id = ?",
                modelId.value()));
        model.stream()
                .map(RecordedEvent::event)
                .filter(ModelEvent.DependencyAdded.class::isInstance)
                .map(event -> ((ModelEvent.DependencyAdded) event).parentModelId())
                .distinct()
                .forEach(relatives::add);
        return relatives;
    }

    private <T> List<T> ids(LongFunction<T> id, String sql, long argument) {
        return jdbc.queryForList(sql, Long.class, argument).stream()
                .map(id::apply)
                .toList();
    }

    private static void require(long actual, int maximum, String what) {
        if (actual > maximum) {
            throw new ProblemException(
                    ProblemType.REPORT_TOO_LARGE,
                    "There are more than %,d %s, which is as many as a report takes. Take them from /audit-logs, or an earlier position with at."
                            .formatted(maximum, what));
        }
    }
}
