/** What every part of the language shares: names on the wire, ids, patches, callers of commands. */
@NullMarked
package org.aigovernancehub.api;

import org.jspecify.annotations.NullMarked;
