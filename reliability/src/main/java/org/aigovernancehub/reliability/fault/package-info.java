/** Hubs and databases that are made wrong on purpose, to see that the checks see it. */
@NullMarked
package org.aigovernancehub.reliability.fault;

import org.jspecify.annotations.NullMarked;
