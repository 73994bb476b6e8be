/** What the hub judges its own health by. */
@NullMarked
package org.aigovernancehub.hub.health;

import org.jspecify.annotations.NullMarked;
