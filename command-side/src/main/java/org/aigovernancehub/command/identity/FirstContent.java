package org.aigovernancehub.command.identity;

import org.aigovernancehub.api.identity.UserId;
import org.aigovernancehub.command.pipeline.Dispatch;

/** What an empty hub is given at its first start, all of it in one transaction: it is there whole, or not at all. */
@FunctionalInterface
public interface FirstContent {

    /** Sends the commands; may be called again if their transaction had to be repeated. */
    void make(Dispatch dispatch, Keys keys);

    /** Lets users in. */
    interface Keys {

        /** Returns the password that the first administrator has, as configured or generated. */
        String administratorPassword();

        /** Makes a password that nobody can guess. */
        String newPassword();

        /** Gives a user, who has just been created, a password. */
        void givePassword(UserId userId, String password);

        /** Gives an API token, which has just been issued, a secret that nobody knows. */
        void giveUnknownSecret(long tokenId);
    }
}
