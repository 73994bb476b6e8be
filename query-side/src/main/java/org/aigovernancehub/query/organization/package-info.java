/** Organisations, as they are read. */
@NullMarked
package org.aigovernancehub.query.organization;

import org.jspecify.annotations.NullMarked;
