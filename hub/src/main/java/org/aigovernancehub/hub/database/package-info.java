/** The database: the embedded PostgreSQL, roles and migrations, and the pools of each role. */
@NullMarked
package org.aigovernancehub.hub.database;

import org.jspecify.annotations.NullMarked;
