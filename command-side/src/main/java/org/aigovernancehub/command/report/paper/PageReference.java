package org.aigovernancehub.command.report.paper;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** The page number of an entry in the table of contents: a form that is filled when the document is whole, with a link over the line. */
final class PageReference extends PlacedElement {
    private static final int WIDTH_PIXELS = 40;
    private static final int HEIGHT_PIXELS = 13;

    private final String anchor;
    private final Placeholders placeholders;

    PageReference(String anchor, Placeholders placeholders, int dotsPerPixel) {
        super(WIDTH_PIXELS * dotsPerPixel, HEIGHT_PIXELS * dotsPerPixel);
        this.anchor = anchor;
        this.placeholders = placeholders;
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        var area = device.createLocalTargetArea(context, box);
        var page = device.getCurrentPage();
        page.addTemplate(
                placeholders.pageOf(anchor, page, area.getWidth(), area.getHeight()), area.getLeft(), area.getBottom());
        var line = new Rectangle(PaperRenderer.MARGIN, area.getBottom() - 2, area.getRight(), area.getTop() + 2);
        page.setAction(
                PdfAction.gotoLocalPage(anchor, false),
                line.getLeft(),
                line.getBottom(),
                line.getRight(),
                line.getTop());
    }
}
