/** Datasets, as they are read. */
@NullMarked
package org.aigovernancehub.query.dataset;

import org.jspecify.annotations.NullMarked;
