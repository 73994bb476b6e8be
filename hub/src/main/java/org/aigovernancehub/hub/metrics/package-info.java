/** What Prometheus is told of the process itself, and how what libraries measure is named. */
@NullMarked
package org.aigovernancehub.hub.metrics;

import org.jspecify.annotations.NullMarked;
