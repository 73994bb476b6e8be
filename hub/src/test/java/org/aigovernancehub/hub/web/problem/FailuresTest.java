package org.aigovernancehub.hub.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aigovernancehub.api.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** A database that does not answer is told from a defect: the first passes, and clients are asked to repeat. */
class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "08006, the connection broke",
        "25P03, a hub stood still within a transaction",
        "25P04, a transaction took too long",
        "25006, the server has become a standby",
        "53100, the disk is full",
        "53300, too many connections",
        "57014, a statement took too long",
        "57P01, the server is shut down",
        "58030, the disk fails"
    })
    void aDatabaseInTroubleIsUnavailable(String state, String reason) {
        var failure = new SQLException(reason, state);
        assertThat(Failures.problemOf(new UncategorizedSQLException("reading", "SELECT 1", failure))
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(Failures.problemOf(new TransactionSystemException("JDBC commit failed", failure))
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aConnectionThatTheDriverGaveUpIsUnavailable() {
        assertThat(Failures.problemOf(new SQLException("closed", (String) null)).type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "22001", "23505", "XX000"})
    void aDefectOfOursIsNoneOfTheDatabase(String state) {
        var failure = new UncategorizedSQLException("reading", "SELECT 1", new SQLException("a defect", state));
        assertThat(Failures.problemOf(failure).type()).isEqualTo(ProblemType.INTERNAL);
    }
}
