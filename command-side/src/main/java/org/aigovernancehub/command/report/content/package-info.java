/** What a compliance report says: a pure fold of events up to a position, the same for whoever asks and whenever. */
@NullMarked
package org.aigovernancehub.command.report.content;

import org.jspecify.annotations.NullMarked;
