package org.aigovernancehub.command.report.paper;

import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;

/** Sets single lines of text in drawings, heads and feet, with the same faces as the rest. */
final class Ink {
    private static final String ELLIPSIS = "\u2026";

    private final FontSet fonts;
    private final Unprintable unprintable;

    /** Where a line stands to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Ink(FontSet fonts, Unprintable unprintable) {
        this.fonts = fonts;
        this.unprintable = unprintable;
    }

    /** Returns the width in points. */
    float width(String text, Face face, float size) {
        float width = 0;
        for (var run : Typesetting.runs(text, face, new Unprintable())) {
            width += fonts.font(run.face()).getWidthPoint(oneLine(run.text()), size);
        }
        return width;
    }

    /** Cuts a text so that it is no wider than a width in points. */
    String fitted(String text, Face face, float size, float width) {
        if (text.length() <= 4_000 && width(text, face, size) <= width) {
            return text;
        }
        int end = Math.min(text.length(), 400);
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS, face, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** Draws a line of text, its base line at y. */
    void draw(PdfContentByte page, String text, Face face, float size, float x, float y, Color colour, Anchor anchor) {
        float at =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width(text, face, size) / 2;
                    case END -> x - width(text, face, size);
                };
        page.saveState();
        page.setColorFill(colour);
        for (var run : Typesetting.runs(text, face, unprintable)) {
            var font = fonts.font(run.face());
            page.beginText();
            page.setFontAndSize(font, size);
            page.setTextMatrix(at, y);
            page.showText(oneLine(run.text()));
            page.endText();
            at += font.getWidthPoint(oneLine(run.text()), size);
        }
        page.restoreState();
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }
}
