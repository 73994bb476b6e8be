/** The pages that need no token: welcome, health and the meaning of problems. */
@NullMarked
package org.aigovernancehub.hub.web.page;

import org.jspecify.annotations.NullMarked;
