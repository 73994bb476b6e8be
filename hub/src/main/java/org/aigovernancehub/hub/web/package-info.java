/** The conventions of the HTTP interface: problems, limits, headers, roles of hubs, and the pages that need no token. */
@NullMarked
package org.aigovernancehub.hub.web;

import org.jspecify.annotations.NullMarked;
