/** What all of the HTTP interface has in common: JSON, problems, limits, headers and documentation. */
@NullMarked
package org.aigovernancehub.hub.web;

import org.jspecify.annotations.NullMarked;
