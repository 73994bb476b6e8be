/** Models with their versions, metrics, reviews, links and dependencies, as they are read. */
@NullMarked
package org.aigovernancehub.query.registry;

import org.jspecify.annotations.NullMarked;
