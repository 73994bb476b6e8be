/** JSON as the HTTP interface reads and writes it. */
@NullMarked
package org.aigovernancehub.hub.web.json;

import org.jspecify.annotations.NullMarked;
