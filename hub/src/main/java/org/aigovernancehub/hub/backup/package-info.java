/** Writes a whole hub into a folder while it runs, and makes one of such a folder: {@code hub backup} and {@code hub restore}. */
@NullMarked
package org.aigovernancehub.hub.backup;

import org.jspecify.annotations.NullMarked;
