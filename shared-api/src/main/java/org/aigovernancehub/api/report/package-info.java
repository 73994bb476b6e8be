/** The language of compliance reports: that one was handed out, of what, to whom, with which digest. */
@NullMarked
package org.aigovernancehub.api.report;

import org.jspecify.annotations.NullMarked;
