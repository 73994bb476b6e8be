/** Datasets: the aggregate and its endpoints. */
@NullMarked
package org.aigovernancehub.command.dataset;

import org.jspecify.annotations.NullMarked;
