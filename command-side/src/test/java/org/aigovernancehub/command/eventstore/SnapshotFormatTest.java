package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A snapshot's format is a fingerprint of every field in it, however deep. */
class SnapshotFormatTest {
    private record Plain(long id, Inner inner) {}

    private record Renamed(long number, Inner inner) {}

    private record Retyped(int id, Inner inner) {}

    private record Widened(long id, Inner inner, List<Map<String, Element>> elements) {}

    private record Inner(String text) {}

    private record Element(Kind kind) {}

    private enum Kind {
        ONE,
        TWO
    }

    @Test
    void theSameClassHasTheSameFormat() {
        assertThat(SnapshotStore.format(Plain.class))
                .isEqualTo(SnapshotStore.format(Plain.class))
                .hasSize(32);
    }

    @Test
    void everyOtherShapeIsAnotherFormat() {
        assertThat(List.of(Plain.class, Renamed.class, Retyped.class, Widened.class))
                .extracting(SnapshotStore::format)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsBelowCountsToo() {
        assertThat(SnapshotStore.shape(Widened.class))
                .contains(
                        Inner.class.getName() + ".text:java.lang.String",
                        Element.class.getName() + ".kind:" + Kind.class.getName(),
                        Kind.class.getName() + ".TWO:" + Kind.class.getName());
    }
}
