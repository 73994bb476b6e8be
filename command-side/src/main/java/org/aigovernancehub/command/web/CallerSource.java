package org.aigovernancehub.command.web;

import jakarta.servlet.http.HttpServletRequest;
import org.aigovernancehub.api.identity.Caller;

/** Finds out who makes a call, from what security has established; a bean of the hub's security implements it. */
public interface CallerSource {

    /** Returns who reads. */
    Caller reading(HttpServletRequest request);

    /** Returns who acts; somebody who is known from an external issuer only becomes a user first, so that events can name one. */
    Caller acting(HttpServletRequest request);
}
