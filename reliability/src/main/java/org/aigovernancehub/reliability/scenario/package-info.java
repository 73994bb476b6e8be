/** Ways in which things break, in cycles that a seed decides. */
@NullMarked
package org.aigovernancehub.reliability.scenario;

import org.jspecify.annotations.NullMarked;
