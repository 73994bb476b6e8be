package org.aigovernancehub.hub.web;

import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.pipeline.AnswerWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers of commands as all others are written. */
@Component
class PipelineAnswers implements AnswerWriter {
    private final JsonMapper mapper;
    private final ProblemResponses problems;

    PipelineAnswers(JsonMapper mapper, ProblemResponses problems) {
        this.mapper = mapper;
        this.problems = problems;
    }

    @Override
    public String json(Object body) {
        return mapper.writeValueAsString(body);
    }

    @Override
    public String problem(ProblemException problem, String path) {
        return problems.json(problem, path);
    }
}
