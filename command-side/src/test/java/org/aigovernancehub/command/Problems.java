package org.aigovernancehub.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say of calls that end in a problem. */
public final class Problems {
    private Problems() {}

    /** Asserts that a call throws a problem of this type. */
    public static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
