/** The audit trail: a list, and a stream of what is new. */
@NullMarked
package org.aigovernancehub.query.audit;

import org.jspecify.annotations.NullMarked;
