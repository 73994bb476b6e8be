/** Compliance reports: read from the event store at a position, printed, handed out, and recorded as handed out. */
@NullMarked
package org.aigovernancehub.command.report;

import org.jspecify.annotations.NullMarked;
