/** The application: what turns the command side and the query side into a process that runs. */
@NullMarked
package org.aigovernancehub.hub;

import org.jspecify.annotations.NullMarked;
