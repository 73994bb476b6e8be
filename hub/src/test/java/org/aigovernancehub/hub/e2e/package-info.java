/** Hubs as real processes on a real PostgreSQL, tried from outside, over HTTP. */
@NullMarked
package org.aigovernancehub.hub.e2e;

import org.jspecify.annotations.NullMarked;
