/** Whether a database holds a demonstration, and the wish for one. */
@NullMarked
package org.aigovernancehub.hub.demonstration;

import org.jspecify.annotations.NullMarked;
