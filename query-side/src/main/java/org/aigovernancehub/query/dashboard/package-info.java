/** Counts of models, violations and activity, for the dashboard and for Prometheus. */
@NullMarked
package org.aigovernancehub.query.dashboard;

import org.jspecify.annotations.NullMarked;
