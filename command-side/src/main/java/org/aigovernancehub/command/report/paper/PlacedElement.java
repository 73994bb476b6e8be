package org.aigovernancehub.command.report.paper;

import java.awt.Point;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextReplacedElement;

/** An element that is drawn by us instead of laid out: of a fixed size, put where the layout wants it, and never interactive. */
abstract class PlacedElement implements ITextReplacedElement {
    private final int width;
    private final int height;
    private Point location = new Point(0, 0);

    /** @param width in dots, as the height */
    PlacedElement(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public final int getIntrinsicWidth() {
        return width;
    }

    @Override
    public final int getIntrinsicHeight() {
        return height;
    }

    @Override
    public final Point getLocation() {
        return location;
    }

    @Override
    public final void setLocation(int x, int y) {
        location = new Point(x, y);
    }

    @Override
    public final void detach(LayoutContext context) {
        // Holds nothing.
    }

    @Override
    public final boolean isRequiresInteractivePaint() {
        return false;
    }

    @Override
    public final boolean hasBaseline() {
        return false;
    }

    @Override
    public final int getBaseline() {
        return 0;
    }
}
