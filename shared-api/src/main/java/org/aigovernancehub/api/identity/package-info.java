/** The language of users, roles, permissions and API tokens. */
@NullMarked
package org.aigovernancehub.api.identity;

import org.jspecify.annotations.NullMarked;
