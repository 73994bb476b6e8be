package org.aigovernancehub.command.proposal;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A kind of thing that proposals take for given.
 *
 * @param <P> one of them; two that are equal are the same
 */
public interface Premises<P> {

    /**
     * Returns those that are so. Asked in the transaction that writes what rests on them, of all that are written in it: what has to stay
     * so until its commit is locked here.
     */
    Set<P> holding(JdbcTemplate jdbc, Set<P> premises);

    /**
     * Tells whether to look at them may mean to wait for somebody else. That is done first, so that what was seen of others is not old when
     * the wait has ended.
     */
    default boolean mayWait() {
        return false;
    }

    /** Sees to it that no proposal rests on this one again, which was found not to be so. */
    void forget(P broken);
}
