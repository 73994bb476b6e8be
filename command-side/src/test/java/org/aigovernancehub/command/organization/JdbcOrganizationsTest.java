package org.aigovernancehub.command.organization;

import static org.aigovernancehub.command.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organisations' names, and which of them take writes. */
class JdbcOrganizationsTest {
    private StoreDatabase database;
    private JdbcOrganizations organizations;

    @BeforeEach
    void start() throws Exception {
        database = new StoreDatabase();
        organizations = new JdbcOrganizations(database.as("hub_command"));
        organizations.add(1, "Acme", true);
        organizations.add(2, "Closed", false);
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void onlyAnActiveOneTakesWrites() {
        organizations.requireActive(new OrganizationId(1));
        assertProblem(ProblemType.FORBIDDEN, () -> organizations.requireActive(new OrganizationId(2)));
        assertProblem(ProblemType.NOT_FOUND, () -> organizations.requireActive(new OrganizationId(3)));
    }

    @Test
    void aChangeOfActivityCountsAtOnce() {
        organizations.change(acme(), "Acme", false);
        assertProblem(ProblemType.FORBIDDEN, () -> organizations.requireActive(new OrganizationId(1)));
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> organizations.add(3, "Acme", true))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.members()).containsEntry("id", 1L);
                });
        assertProblem(ProblemType.DUPLICATE, () -> organizations.change(acme(), "Closed", true));
        organizations.change(acme(), "Acme AG", true);
        organizations.add(3, "Acme", true);
    }

    private static OrganizationView acme() {
        return new OrganizationView(1, "Acme", null, true, Instant.EPOCH);
    }
}
