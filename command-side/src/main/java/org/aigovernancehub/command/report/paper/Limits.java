package org.aigovernancehub.command.report.paper;

import java.util.concurrent.CancellationException;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;

/** How much a document may become. A rendering that is interrupted stops at its next step. */
record Limits(int pages, int bytes) {

    /** Throws if this page is one too many, or nobody waits any longer. */
    void page(int number) {
        step();
        if (number > pages) {
            throw new ProblemException(
                    ProblemType.REPORT_TOO_LARGE,
                    "The report would have more than %,d pages. Take format=json, which has none.".formatted(pages));
        }
    }

    void step() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this report");
        }
    }
}
