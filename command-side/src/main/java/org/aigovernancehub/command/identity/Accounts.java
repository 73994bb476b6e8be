package org.aigovernancehub.command.identity;

import java.time.Instant;
import org.aigovernancehub.api.identity.UserCommand;
import org.aigovernancehub.api.identity.UserView;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The rule that a user name is unique, and who may do what right now; each request asks it. */
public interface Accounts extends DecisionPort {

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the name is taken */
    void add(UserCommand.CreateUser command, Instant createdAt);

    /** Notes the user's state after a change. */
    void change(UserView after, long version);

    /**
     * Tells whether somebody else is an active platform administrator; from here to the end of the transaction nobody else changes that.
     */
    boolean hasAnotherPlatformAdmin(long userId);

    void addToken(UserCommand.IssueApiToken command, long tokenId, Instant createdAt);

    void revokeToken(long tokenId);
}
