package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ModelEvent.MetricRecorded;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.eventstore.EventCodec.Key;
import org.aigovernancehub.command.eventstore.EventCodec.UnknownEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Only what is in the contract is written and read; older revisions are lifted to the present one. */
class EventCodecTest {
    private static final Path CONTRACT = Path.of("../shared-api/src/test/resources/events");
    private static final String METRIC = """
            {"model_id":42,"organization_id":1,"metric_id":3,"version_id":7,"metric_name":"auc","value":0.5}""";
    private static final MetricRecorded EVENT =
            new MetricRecorded(new ModelId(42), new OrganizationId(1), 3, 7, "auc", 0.5);

    private final EventCodec codec = new EventCodec();

    static Stream<String> names() {
        return EventNames.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theContractIsReadAndWrittenBackAsItIs(String name) throws IOException {
        int revision = EventNames.of(EventNames.all().get(name)).revision();
        var stored = Files.readString(CONTRACT.resolve("%s.%d.json".formatted(name, revision)));
        var event = codec.decode(name, revision, stored);
        var encoded = codec.encode(event);
        assertThat(encoded.name()).isEqualTo(name);
        assertThat(encoded.revision()).isEqualTo(revision);
        var mapper = JsonMapper.builder().build();
        assertThat(mapper.readTree(encoded.payload())).isEqualTo(mapper.readTree(stored));
        assertThat(codec.decode(name, revision, encoded.payload())).isEqualTo(event);
    }

    @Test
    void anEventIsStoredByNameAndNeverByClass() {
        assertThat(codec.encode(EVENT)).isEqualTo(new EventCodec.Encoded("MetricRecorded", 1, METRIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MetricDeleted",
                "metricrecorded",
                "org.aigovernancehub.api.registry.ModelEvent$MetricRecorded"
            })
    void anUnknownNameIsAnError(String name) {
        assertThatThrownBy(() -> codec.decode(name, 1, METRIC))
                .isInstanceOf(UnknownEvent.class)
                .hasMessage("no event is named '%s'", name);
    }

    @Test
    void aNewerRevisionIsAnErrorAndNotAGuess() {
        assertThatThrownBy(() -> codec.decode("MetricRecorded", 2, METRIC))
                .isInstanceOf(UnknownEvent.class)
                .hasMessage("MetricRecorded has revision 2, this hub knows up to 1");
    }

    @Test
    void anEventOutsideOfTheVocabularyCannotBeWritten() {
        record Stray(ModelId aggregateId, OrganizationId organizationId) implements DomainEvent {}
        assertThatThrownBy(() -> codec.encode(new Stray(new ModelId(1), new OrganizationId(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Stray");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null and void",
                "{\"model_id\":42",
                "[]",
                "\"MetricRecorded\"",
                "{\"model_id\":\"forty-two\"}",
                // A number is missing: it must not be read as 0.
                "{\"model_id\":42,\"organization_id\":1,\"metric_id\":3,\"version_id\":7,\"metric_name\":\"auc\"}"
            })
    void aBrokenPayloadIsAnErrorThatNamesTheEvent(String payload) {
        assertThatThrownBy(() -> codec.decode("MetricRecorded", 1, payload))
                .isInstanceOf(UnknownEvent.class)
                .hasMessage("MetricRecorded revision 1 cannot be read");
    }

    @Test
    void anUnknownValueOfAnEnumerationIsAnError() {
        assertThatThrownBy(
                        () -> codec.decode(
                                "ReviewRecorded",
                                1,
                                "{\"model_id\":42,\"organization_id\":1,\"review_id\":1,\"outcome\":\"applauded\",\"notes\":\"x\"}"))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void anOlderRevisionIsLiftedStepByStep() {
        UnaryOperator<ObjectNode> renamed = event -> {
            event.set("metric_name", event.remove("name"));
            return event;
        };
        UnaryOperator<ObjectNode> scaled =
                event -> event.put("value", event.get("percent").asInt() / 100.0);
        var upcasting =
                new EventCodec(Map.of(new Key("MetricRecorded", -1), renamed, new Key("MetricRecorded", 0), scaled));
        assertThat(upcasting.decode("MetricRecorded", -1, """
                        {"model_id":42,"organization_id":1,"metric_id":3,"version_id":7,"name":"auc","percent":50}""")).isEqualTo(EVENT);
        assertThat(upcasting.decode("MetricRecorded", 0, """
                        {"model_id":42,"organization_id":1,"metric_id":3,"version_id":7,"metric_name":"auc","percent":50}""")).isEqualTo(EVENT);
        assertThat(upcasting.decode("MetricRecorded", 1, METRIC)).isEqualTo(EVENT);
    }

    @Test
    void anOlderRevisionWithoutAnUpcasterIsAnError() {
        assertThatThrownBy(() -> codec.decode("MetricRecorded", 0, METRIC))
                .isInstanceOf(UnknownEvent.class)
                .hasMessage("MetricRecorded has no upcaster from revision 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{"})
    void aBrokenPayloadOfAnOlderRevisionIsAnErrorToo(String payload) {
        var upcasting = new EventCodec(Map.of(new Key("MetricRecorded", 0), event -> event));
        assertThatThrownBy(() -> upcasting.decode("MetricRecorded", 0, payload))
                .isInstanceOf(UnknownEvent.class)
                .hasMessage("MetricRecorded revision 0 cannot be read");
    }

    @Test
    void metadataIsReadBackAsItWas() {
        for (var metadata : new Metadata[] {
            new Metadata("ada", 7L, 9L, "correlation", true), new Metadata(Metadata.SYSTEM, null, null, null, false)
        }) {
            assertThat(codec.decodeMetadata(codec.encode(metadata))).isEqualTo(metadata);
        }
    }
}
