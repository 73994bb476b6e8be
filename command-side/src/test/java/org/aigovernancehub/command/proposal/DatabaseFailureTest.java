package org.aigovernancehub.command.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What failures say of the database. */
class DatabaseFailureTest {
    @Test
    void whatItAnswersWithIsARefusal() {
        var failure = new IllegalStateException(new SQLException("duplicate key", "23505"));
        assertThat(DatabaseFailure.isRefusal(failure)).isTrue();
        assertThat(DatabaseFailure.isAway(failure)).isFalse();
    }

    @Test
    void aLostConnectionIsNone() {
        var failure = new IllegalStateException(new SQLException("an I/O error", "08006"));
        assertThat(DatabaseFailure.isRefusal(failure)).isFalse();
        assertThat(DatabaseFailure.isAway(failure)).isTrue();
    }

    /** What it said last is not what it did: a commit may be on the disk. */
    @Test
    void whatItSaysBeforeItIsGoneIsNone() {
        var panic = new SQLException("could not write to the log", "42501");
        panic.setNextException(new SQLException("an I/O error", "08006"));
        assertThat(DatabaseFailure.isRefusal(new IllegalStateException(panic))).isFalse();
    }

    @Test
    void aDefectOfTheHubIsNeither() {
        var failure = new IllegalStateException("a defect");
        assertThat(DatabaseFailure.isRefusal(failure)).isFalse();
        assertThat(DatabaseFailure.isAway(failure)).isFalse();
    }
}
