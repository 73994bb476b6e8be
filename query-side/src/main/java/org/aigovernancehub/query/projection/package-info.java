/** How events become read models: in order, exactly once, and again from the start when asked. */
@NullMarked
package org.aigovernancehub.query.projection;

import org.jspecify.annotations.NullMarked;
