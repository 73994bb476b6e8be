/** Policies, and the violations that they have recorded, as they are read. */
@NullMarked
package org.aigovernancehub.query.policy;

import org.jspecify.annotations.NullMarked;
