/** What clients asked for and were answered, on disk before anything is broken. */
@NullMarked
package org.aigovernancehub.reliability.journal;

import org.jspecify.annotations.NullMarked;
