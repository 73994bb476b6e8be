/** Clients that write and read while things break. */
@NullMarked
package org.aigovernancehub.reliability.load;

import org.jspecify.annotations.NullMarked;
