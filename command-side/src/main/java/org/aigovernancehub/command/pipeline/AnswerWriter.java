package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.problem.ProblemException;

/** Writes the bodies of answers as the HTTP interface does; they are kept as written. */
public interface AnswerWriter {

    /** Writes a representation as JSON. */
    String json(Object body);

    /** Writes a problem as {@code application/problem+json}. */
    String problem(ProblemException problem, String path);
}
