/** The language of datasets. */
@NullMarked
package org.aigovernancehub.api.dataset;

import org.jspecify.annotations.NullMarked;
