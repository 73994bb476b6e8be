package org.aigovernancehub.command.report.paper;

import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Head and foot of each page: model, event number, page x of y. Also where the limits on pages and time are kept. */
final class RunningHeads extends PdfPageEventHelper {
    static final float SIZE = 7.5f;
    static final Color GREY = new Color(0x55524A);
    private static final Color HAIR = new Color(0xC4BFB3);
    private static final float HEAD = 806;
    private static final float FOOT = 34;
    private static final float TOTAL_WIDTH = 19;

    private final String name;
    private final String reference;
    private final Ink ink;
    private final Placeholders placeholders;
    private final Limits limits;

    RunningHeads(String name, String reference, Ink ink, Placeholders placeholders, Limits limits) {
        this.name = name;
        this.reference = reference;
        this.ink = ink;
        this.placeholders = placeholders;
        this.limits = limits;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        limits.page(writer.getPageNumber());
        var page = writer.getDirectContent();
        float left = PaperRenderer.MARGIN;
        float right = PaperRenderer.WIDTH - PaperRenderer.MARGIN;
        if (writer.getPageNumber() > 1) {
            float room = right - left - ink.width(reference, Face.MONO, SIZE) - 24;
            ink.draw(
                    page, ink.fitted(name, Face.SANS, SIZE, room), Face.SANS, SIZE, left, HEAD, GREY, Ink.Anchor.START);
            ink.draw(page, reference, Face.MONO, SIZE, right, HEAD, GREY, Ink.Anchor.END);
            hairline(page, left, right, HEAD - 5);
        }
        hairline(page, left, right, FOOT + 11);
        ink.draw(page, "Compliance report", Face.SANS, SIZE, left, FOOT, GREY, Ink.Anchor.START);
        var number = writer.getPageNumber() + " of ";
        ink.draw(page, number, Face.MONO, SIZE, right - TOTAL_WIDTH, FOOT, GREY, Ink.Anchor.END);
        page.addTemplate(placeholders.total(page, TOTAL_WIDTH, SIZE + 4), right - TOTAL_WIDTH, FOOT - 2.4f);
    }

    private static void hairline(org.openpdf.text.pdf.PdfContentByte page, float left, float right, float y) {
        page.saveState();
        page.setColorStroke(HAIR);
        page.setLineWidth(0.5f);
        page.moveTo(left, y);
        page.lineTo(right, y);
        page.stroke();
        page.restoreState();
    }
}
