/** The way of a command: one transaction from the idempotency check to the append, then its position, then the answer. */
@NullMarked
package org.aigovernancehub.command.pipeline;

import org.jspecify.annotations.NullMarked;
