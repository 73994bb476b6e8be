/** The problems that the HTTP interface answers with, after RFC 9457. */
@NullMarked
package org.aigovernancehub.api.problem;

import org.jspecify.annotations.NullMarked;
