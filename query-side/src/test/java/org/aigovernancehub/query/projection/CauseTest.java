package org.aigovernancehub.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

/** What operators are told of a failure. */
class CauseTest {

    @Test
    void theDatabasesReasonIsToldWithoutStatementAndRow() {
        var server = new ServerErrorMessage(
                "SERROR\0C23514\0Mnew row violates check constraint \"x\"\0DFailing row contains (7, secret).\0");
        var failure = new DataIntegrityViolationException(
                "PreparedStatementCallback; SQL [INSERT INTO model]", new PSQLException(server));

        assertThat(Cause.of(failure)).isEqualTo("new row violates check constraint \"x\" (SQLSTATE 23514)");
    }

    @Test
    void anExceptionOfOursSaysItself() {
        assertThat(Cause.of(
                        new IllegalStateException("event 7 cannot be read", new IllegalStateException("no such name"))))
                .isEqualTo("event 7 cannot be read");
    }

    @Test
    void whatHasNoReasonSaysSo() {
        assertThat(Cause.of(new IllegalStateException())).isEqualTo("It failed without a reason; the log says where.");
        assertThat(Cause.of(new UncategorizedSQLException("task", "SELECT 1", new java.sql.SQLException("lost"))))
                .isEqualTo("lost");
    }
}
