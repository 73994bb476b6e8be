package org.aigovernancehub.command.policy;

import org.aigovernancehub.api.policy.PolicyCommand;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The rule that a policy's name is unique within its owner, and where the {@link PolicyBook} reads from. */
public interface PolicyRegister extends DecisionPort {

    /** Waits for all who judge, and makes those who come wait; before the event of the change draws its index. */
    void lock();

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the name is taken */
    void add(PolicyCommand.CreatePolicy command);

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the new name is taken */
    void change(PolicyView before, PolicyView after);
}
