package org.aigovernancehub.command.report;

import java.nio.charset.StandardCharsets;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.report.ReportFormat;

/**
 * As what a browser saves a report: letters and digits of the model's name and nothing that a shell, a path or a header could take for
 * something else.
 *
 * @param plain for every client
 * @param full with letters of every script; the same where there are none but plain ones
 */
record FileName(String plain, String full) {
    private static final int LONGEST = 60;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    static FileName of(String name, ModelId id, long position, ReportFormat format) {
        var rest = "model-%d-compliance-report-at-%d.%s".formatted(id.value(), position, format.wire());
        var words = words(name);
        var full = words.isEmpty() ? rest : words + "-" + rest;
        return new FileName(full.chars().allMatch(c -> c < 0x80) ? full : rest, full);
    }

    /** Returns the header {@code Content-Disposition}. */
    String header() {
        var header = "attachment; filename=\"" + plain + "\"";
        return full.equals(plain) ? header : header + "; filename*=UTF-8''" + encoded(full);
    }

    private static String words(String name) {
        var words = new StringBuilder();
        name.codePoints()
                .map(point -> Character.isLetterOrDigit(point) ? point : '-')
                .limit(LONGEST)
                .forEach(words::appendCodePoint);
        return words.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append("%02X".formatted(b & 0xFF));
            }
        }
        return encoded.toString();
    }
}
