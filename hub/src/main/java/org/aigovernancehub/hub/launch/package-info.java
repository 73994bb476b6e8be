/** Starting and stopping the hub in the right order. */
@NullMarked
package org.aigovernancehub.hub.launch;

import org.jspecify.annotations.NullMarked;
