/** The language of models: versions, metrics, reviews, lineage, risk and the compliance lifecycle. */
@NullMarked
package org.aigovernancehub.api.registry;

import org.jspecify.annotations.NullMarked;
