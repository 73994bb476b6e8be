package org.aigovernancehub.command.policy.condition;

import org.aigovernancehub.api.policy.Facts;

/** Approval needs evidence: at least one recorded metric, of whatever version. */
record EvaluationBeforeApproval() implements Condition {

    @Override
    public Judgement judge(Facts facts) {
        var required = "at least 1 evaluation metric";
        var actual = facts.metricCount() == 1 ? "1 evaluation metric" : facts.metricCount() + " evaluation metrics";
        if (!Condition.isApproval(facts)) {
            return Judgement.pass("Concerns approval only.", required, actual);
        }
        return facts.metricCount() > 0
                ? Judgement.pass("The model has been evaluated.", required, actual)
                : Judgement.fail(
                        "No version of the model has an evaluation metric; record one before approval.",
                        required,
                        actual);
    }
}
