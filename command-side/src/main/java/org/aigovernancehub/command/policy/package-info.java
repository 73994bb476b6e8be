/** Policies: the aggregate, the book of those that bind, and their endpoints. */
@NullMarked
package org.aigovernancehub.command.policy;

import org.jspecify.annotations.NullMarked;
