/** Users, API tokens, passwords and sessions: the aggregate that decides, what is kept beside it in hashes, and the endpoints. */
@NullMarked
package org.aigovernancehub.command.identity;

import org.jspecify.annotations.NullMarked;
