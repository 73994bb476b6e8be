/** What happens to every request before and after it is handled. */
@NullMarked
package org.aigovernancehub.hub.web.filter;

import org.jspecify.annotations.NullMarked;
