/** The language of organisations, which are the tenants. */
@NullMarked
package org.aigovernancehub.api.organization;

import org.jspecify.annotations.NullMarked;
