/** Models: the aggregate that decides over versions, metrics, reviews, lineage and the compliance lifecycle, and its endpoints. */
@NullMarked
package org.aigovernancehub.command.registry;

import org.jspecify.annotations.NullMarked;
