/** Decisions that are taken without a transaction, and written together with others that come at the time. */
@NullMarked
package org.aigovernancehub.command.proposal;

import org.jspecify.annotations.NullMarked;
