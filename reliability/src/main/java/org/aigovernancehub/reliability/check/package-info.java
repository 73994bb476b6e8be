/** Decides from journal, database and replay whether a promise was broken. */
@NullMarked
package org.aigovernancehub.reliability.check;

import org.jspecify.annotations.NullMarked;
