package org.aigovernancehub.command.report.paper;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/** Numbers that are printed before they are known: pages of the table of contents, and the total. Each is a form, filled at the end. */
final class Placeholders {
    private static final float SIZE = 8;
    private static final float BASE = 2.4f;
    private static final Color INK = new Color(0x1E1D1A);

    private final Ink ink;
    private final Map<String, PdfTemplate> pages = new LinkedHashMap<>();
    private @Nullable PdfTemplate total;

    Placeholders(Ink ink) {
        this.ink = ink;
    }

    PdfTemplate pageOf(String anchor, PdfContentByte page, float width, float height) {
        return pages.computeIfAbsent(anchor, _ -> page.createTemplate(width, height));
    }

    PdfTemplate total(PdfContentByte page, float width, float height) {
        if (total == null) {
            total = page.createTemplate(width, height);
        }
        return total;
    }

    /** Fills them in. */
    void fill(Map<String, Integer> pageOfAnchor, int pageCount) {
        pages.forEach((anchor, form) -> {
            var number = pageOfAnchor.get(anchor);
            if (number != null) {
                ink.draw(form, number.toString(), Face.MONO, SIZE, form.getWidth(), BASE, INK, Ink.Anchor.END);
            }
        });
        if (total != null) {
            ink.draw(
                    total,
                    Integer.toString(pageCount),
                    Face.MONO,
                    RunningHeads.SIZE,
                    0,
                    BASE,
                    RunningHeads.GREY,
                    Ink.Anchor.START);
        }
    }
}
