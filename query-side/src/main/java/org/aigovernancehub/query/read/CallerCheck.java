package org.aigovernancehub.query.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.aigovernancehub.api.identity.Caller;

/** Asks anew who makes a call that goes on for long; a bean of the hub's security implements it. */
public interface CallerCheck {

    /**
     * Returns who the request's credentials stand for now; empty if they stand for nobody any more: expired, revoked, disabled.
     *
     * @throws RuntimeException if that cannot be found out at present
     */
    Optional<Caller> current(HttpServletRequest request);
}
