package org.aigovernancehub.reliability.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written down is what is read back, and what has no answer is known to have none. */
class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void requestsAndAnswersComeBackByTheirKeys() {
        var first =
                new Asked("k-1", Asked.Kind.CHANGE, "PATCH", "/models/1", "{\"description\":\"\u00e4\"}", "\"3\"", 1);
        var open = new Asked("k-2", Asked.Kind.REFUSED, "POST", "/models/", "{}", null, 0);
        var answer = new Answered("k-1", 200, "", "\"4\"", 17, "{\"id\":1}", 2);
        try (var journal = new Journal(folder.resolve("journal"))) {
            journal.asked(first);
            journal.asked(open);
            journal.answered(answer);

            var contents = journal.read();

            assertThat(contents.asked().values()).containsExactly(first, open);
            assertThat(contents.answered()).containsOnlyKeys("k-1").containsEntry("k-1", answer);
        }
    }
}
