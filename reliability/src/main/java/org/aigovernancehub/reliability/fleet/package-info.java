/** What is broken: hubs, their PostgreSQL, and the network between them. */
@NullMarked
package org.aigovernancehub.reliability.fleet;

import org.jspecify.annotations.NullMarked;
