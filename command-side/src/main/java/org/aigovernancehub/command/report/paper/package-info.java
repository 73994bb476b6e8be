/** How a compliance report looks on paper: templates, fonts, drawings and the PDF. Knows nothing but the report's content. */
@NullMarked
package org.aigovernancehub.command.report.paper;

import org.jspecify.annotations.NullMarked;
