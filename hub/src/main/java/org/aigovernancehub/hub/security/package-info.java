/** Finds out who calls, from signed tokens, API tokens, sessions and external issuers, and what state they are in right now. */
@NullMarked
package org.aigovernancehub.hub.security;

import org.jspecify.annotations.NullMarked;
