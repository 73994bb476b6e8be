package org.aigovernancehub.api.report;

import org.aigovernancehub.api.Wire;

/** As what a report is handed out. */
public enum ReportFormat implements Wire {
    PDF,
    JSON
}
