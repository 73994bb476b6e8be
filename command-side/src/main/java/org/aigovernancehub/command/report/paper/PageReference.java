package org.aigovernancehub.command.report.paper;

import java.awt.Point;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextReplacedElement;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** The page number of an entry in the table of contents: a form that is filled when the document is whole, with a link over the line. */
final class PageReference implements ITextReplacedElement {
    private static final int WIDTH_PIXELS = 40;
    private static final int HEIGHT_PIXELS = 13;

    private final String anchor;
    private final Placeholders placeholders;
    private final int dotsPerPixel;
    private Point location = new Point(0, 0);

    PageReference(String anchor, Placeholders placeholders, int dotsPerPixel) {
        this.anchor = anchor;
        this.placeholders = placeholders;
        this.dotsPerPixel = dotsPerPixel;
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

    @Override
    public int getIntrinsicWidth() {
        return WIDTH_PIXELS * dotsPerPixel;
    }

    @Override
    public int getIntrinsicHeight() {
        return HEIGHT_PIXELS * dotsPerPixel;
    }

    @Override
    public Point getLocation() {
        return location;
    }

    @Override
    public void setLocation(int x, int y) {
        location = new Point(x, y);
    }

    @Override
    public void detach(LayoutContext context) {
        // Holds nothing.
    }

    @Override
    public boolean isRequiresInteractivePaint() {
        return false;
    }

    @Override
    public boolean hasBaseline() {
        return false;
    }

    @Override
    public int getBaseline() {
        return 0;
    }
}
