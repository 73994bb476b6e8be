/** Saved views: filters of lists under a name, one's own or the organisation's. No evidence, and so no events. */
@NullMarked
package org.aigovernancehub.command.savedview;

import org.jspecify.annotations.NullMarked;
