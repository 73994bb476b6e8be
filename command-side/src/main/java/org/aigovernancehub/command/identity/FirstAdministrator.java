package org.aigovernancehub.command.identity;

/** The password of the first administrator, as configured or generated. */
public interface FirstAdministrator {

    String password();
}
