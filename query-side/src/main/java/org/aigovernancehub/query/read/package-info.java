/** The way of a read: who asks, how fresh it must be, in one snapshot of the live generation. */
@NullMarked
package org.aigovernancehub.query.read;

import org.jspecify.annotations.NullMarked;
