/** How calls that come at the time share one. */
@NullMarked
package org.aigovernancehub.api.concurrent;

import org.jspecify.annotations.NullMarked;
