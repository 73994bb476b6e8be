/** What every kind of failure means to a client. */
@NullMarked
package org.aigovernancehub.hub.web.problem;

import org.jspecify.annotations.NullMarked;
