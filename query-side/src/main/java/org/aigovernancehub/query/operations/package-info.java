/** How the read side is: processors, their lag, and dead letters. */
@NullMarked
package org.aigovernancehub.query.operations;

import org.jspecify.annotations.NullMarked;
