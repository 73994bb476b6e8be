/** Checks the invariants of a database without changing it: {@code hub verify}. */
@NullMarked
package org.aigovernancehub.hub.verify;

import org.jspecify.annotations.NullMarked;
