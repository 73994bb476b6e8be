package org.aigovernancehub.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aigovernancehub.api.AggregateId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of every event and revision, as databases hold it. These files are appended to, never edited: what was stored once has to be
 * read for ever.
 */
class EventContractTest {
    private static final Path CONTRACT = Path.of("src/test/resources/events");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void everyEventAndRevisionHasItsFileAndEveryFileItsEvent() throws IOException {
        var expected = new TreeSet<String>();
        EventNames.all().forEach((name, type) -> {
            for (int revision = 1; revision <= EventNames.of(type).revision(); revision++) {
                expected.add(name + "." + revision + ".json");
            }
        });
        try (Stream<Path> files = Files.list(CONTRACT)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @TestFactory
    Stream<DynamicTest> thePresentRevisionIsReadAndWrittenBackAsItIs() {
        return EventNames.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var revision = EventNames.of(entry.getValue()).revision();
                    var stored = Files.readString(CONTRACT.resolve(entry.getKey() + "." + revision + ".json"));
                    var event = MAPPER.readValue(stored, entry.getValue());
                    assertThat(MAPPER.valueToTree(event).toPrettyString())
                            .isEqualTo(MAPPER.readTree(stored).toPrettyString());
                    assertThat(event.aggregateId()).isInstanceOf(AggregateId.class);
                }));
    }

    @Test
    void aStreamIsKeyedByKindAndNumber() {
        assertThat(new org.aigovernancehub.api.registry.ModelId(42)).hasToString("model-42");
        assertThat(new org.aigovernancehub.api.dataset.DatasetId(42)).hasToString("dataset-42");
        assertThat(new org.aigovernancehub.api.policy.PolicyId(42)).hasToString("policy-42");
        assertThat(new org.aigovernancehub.api.organization.OrganizationId(42)).hasToString("organization-42");
        assertThat(new org.aigovernancehub.api.identity.UserId(42)).hasToString("user-42");
        assertThat(new org.aigovernancehub.api.operations.OperationsId(42)).hasToString("operations-42");
        assertThat(new org.aigovernancehub.api.report.ReportId(42)).hasToString("report-42");
    }

    @Test
    void theAuditLogNamesEventsInUpperSnakeCase() {
        assertThat(EventNames.action("ComplianceStatusChangeBlocked")).isEqualTo("COMPLIANCE_STATUS_CHANGE_BLOCKED");
        assertThat(EventNames.action("ModelRegistered")).isEqualTo("MODEL_REGISTERED");
    }
}
