package org.aigovernancehub.command.demonstration;

import java.util.List;

/** Where those who run the demonstration find who can sign in. */
@FunctionalInterface
public interface AccountSheet {

    void write(List<Account> accounts);
}
