/** Organisations, which are the tenants: the aggregate, its endpoints, and the first start of a hub. */
@NullMarked
package org.aigovernancehub.command.organization;

import org.jspecify.annotations.NullMarked;
