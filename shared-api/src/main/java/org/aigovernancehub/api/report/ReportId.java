package org.aigovernancehub.api.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.registry.ModelId;

/** Identifies the stream of the reports of one model, and has that model's number: the issues of {@code model-42} are {@code report-42}. */
public record ReportId(@JsonValue long value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {}

    public static ReportId of(ModelId modelId) {
        return new ReportId(modelId.value());
    }

    @Override
    public String kind() {
        return "Report";
    }

    @Override
    public String toString() {
        return "report-" + value;
    }
}
