package org.aigovernancehub.command.report.paper;

import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/**
 * An inline SVG of the templates: {@code rect}, {@code line}, {@code polyline}, {@code circle} and {@code text}, drawn as vectors. It is all
 * that the templates use; a whole interpreter of SVG would bring scripts, style sheets and a loader of addresses.
 */
final class Drawing extends PlacedElement {
    private final Element svg;
    private final Ink ink;

    Drawing(Element svg, Ink ink, int dotsPerPixel) {
        super(Math.round(number(svg, "width") * dotsPerPixel), Math.round(number(svg, "height") * dotsPerPixel));
        this.svg = svg;
        this.ink = ink;
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        var area = device.createLocalTargetArea(context, box);
        var page = device.getCurrentPage();
        float scale = area.getWidth() / number(svg, "width");
        page.saveState();
        for (var node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(page, element, area.getLeft(), area.getTop(), scale);
            }
        }
        page.restoreState();
    }

    private void draw(PdfContentByte page, Element shape, float left, float top, float scale) {
        page.saveState();
        var fill = shape.getAttribute("fill");
        var stroke = shape.getAttribute("stroke");
        boolean filled = !fill.isEmpty() && !fill.equals("none");
        boolean stroked = !stroke.isEmpty();
        if (filled) {
            page.setColorFill(Color.decode(fill));
        }
        if (stroked) {
            page.setColorStroke(Color.decode(stroke));
            page.setLineWidth(scale * (shape.hasAttribute("stroke-width") ? number(shape, "stroke-width") : 1));
            if (shape.hasAttribute("stroke-dasharray")) {
                page.setLineDash(scale * number(shape, "stroke-dasharray"), scale * 2, 0);
            }
        }
        boolean painted = true;
        switch (shape.getNodeName()) {
            case "rect" ->
                page.rectangle(
                        left + scale * number(shape, "x"),
                        top - scale * (number(shape, "y") + number(shape, "height")),
                        scale * number(shape, "width"),
                        scale * number(shape, "height"));
            case "line" -> {
                page.moveTo(left + scale * number(shape, "x1"), top - scale * number(shape, "y1"));
                page.lineTo(left + scale * number(shape, "x2"), top - scale * number(shape, "y2"));
            }
            case "polyline" -> polyline(page, shape.getAttribute("points"), left, top, scale);
            case "circle" ->
                page.circle(
                        left + scale * number(shape, "cx"),
                        top - scale * number(shape, "cy"),
                        scale * number(shape, "r"));
            case "text" -> {
                text(page, shape, left, top, scale);
                painted = false;
            }
            default -> painted = false;
        }
        if (painted) {
            paint(page, filled, stroked);
        }
        page.restoreState();
    }

    private static void paint(PdfContentByte page, boolean filled, boolean stroked) {
        if (filled && stroked) {
            page.fillStroke();
        } else if (filled) {
            page.fill();
        } else if (stroked) {
            page.stroke();
        } else {
            page.newPath();
        }
    }

    private static void polyline(PdfContentByte page, String points, float left, float top, float scale) {
        boolean first = true;
        for (var point : points.strip().split("\\s+")) {
            var parts = point.split(",");
            float x = left + scale * Float.parseFloat(parts[0]);
            float y = top - scale * Float.parseFloat(parts[1]);
            if (first) {
                page.moveTo(x, y);
            } else {
                page.lineTo(x, y);
            }
            first = false;
        }
    }

    private void text(PdfContentByte page, Element text, float left, float top, float scale) {
        var face =
                switch (text.getAttribute("class")) {
                    case "mono" -> Face.MONO;
                    case "bold" -> Face.BOLD;
                    case "serif" -> Face.SERIF;
                    default -> Face.SANS;
                };
        float size = scale * number(text, "font-size");
        var words = text.getTextContent();
        if (text.hasAttribute("data-width")) {
            words = ink.fitted(words, face, size, scale * number(text, "data-width"));
        }
        ink.draw(
                page,
                words,
                face,
                size,
                left + scale * number(text, "x"),
                top - scale * number(text, "y"),
                Color.decode(text.getAttribute("fill")),
                switch (text.getAttribute("text-anchor")) {
                    case "middle" -> Ink.Anchor.MIDDLE;
                    case "end" -> Ink.Anchor.END;
                    default -> Ink.Anchor.START;
                });
    }

    private static float number(Element element, String attribute) {
        return Float.parseFloat(element.getAttribute(attribute));
    }
}
