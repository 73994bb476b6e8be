package org.aigovernancehub.command.report.paper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextReplacedElementFactory;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.BlockBox;

/**
 * Prints a report as PDF, one group of pieces after the other, so that memory is bounded however long the report is. The same report
 * gives the same bytes: dates, identifiers and names of subsets are derived from the content.
 */
public final class PaperRenderer {
    /** A4, in points. */
    static final float WIDTH = 595.28f;

    static final float MARGIN = 51;
    private static final int DOTS_PER_PIXEL = 20;
    private static final float DOTS_PER_POINT = DOTS_PER_PIXEL * 4f / 3f;
    private static final Pattern ANCHOR = Pattern.compile("^s-[0-9]+$");
    private static final Pattern DOCUMENT_ID = Pattern.compile("/ID \\[<([0-9a-f]{32})><([0-9a-f]{32})>]");
    private static final int TAIL = 1_024;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ComplianceReport report;
    private final Limits limits;
    private final FontSet fonts = new FontSet();
    private final Unprintable unprintable = new Unprintable();
    private final Ink ink = new Ink(fonts, unprintable);
    private final Placeholders placeholders = new Placeholders(ink);
    private final Map<String, Place> places = new LinkedHashMap<>();

    private record Place(int page, float top) {}

    private PaperRenderer(ComplianceReport report, Limits limits) {
        this.report = report;
        this.limits = limits;
    }

    /**
     * Prints a report.
     *
     * @param maximumPages more throw {@code report-too-large}
     * @param maximumBytes likewise
     */
    public static byte[] pdf(ComplianceReport report, int maximumPages, int maximumBytes) {
        return new PaperRenderer(report, new Limits(maximumPages, maximumBytes)).print();
    }

    private byte[] print() {
        var output = new Bounded(limits.bytes());
        var device = new ITextOutputDevice(DOTS_PER_POINT);
        var renderer = new ITextRenderer(
                DOTS_PER_POINT,
                DOTS_PER_PIXEL,
                device,
                new NoResources(device, DOTS_PER_PIXEL),
                fonts,
                new Replacements(device),
                new ITextTextRenderer());
        renderer.setCompressionEnabled(false); // of the file's structure; pages are compressed by themselves
        renderer.setListener(new Opening());
        var pages = new Pages(report, unprintable);
        write(renderer, output, pages.document(List.of(new Piece("cover", Map.of(), 1))));
        var groups = Piece.grouped(Piece.of(report));
        for (var group : groups.subList(0, groups.size() - 1)) {
            write(renderer, output, pages.document(group));
        }
        write(renderer, output, pages.lastDocument(groups.getLast()));
        finish(renderer);
        return withDocumentId(output.toByteArray());
    }

    private void write(ITextRenderer renderer, Bounded output, org.w3c.dom.Document document) {
        limits.step();
        boolean first = renderer.getWriter() == null;
        renderer.setDocument(document, null);
        renderer.layout();
        limits.step();
        int before = first ? 0 : writer(renderer).getPageNumber();
        if (first) {
            renderer.createPDF(output, false);
        } else {
            renderer.writeNextDocument();
        }
        for (var position : renderer.findPagePositionsByID(ANCHOR)) {
            places.put(
                    position.getId(),
                    new Place(before + position.getPageNo() + 1, position.getY() + position.getHeight() + 6));
        }
    }

    private void finish(ITextRenderer renderer) {
        var writer = writer(renderer);
        var pageOf = new LinkedHashMap<String, Integer>();
        places.forEach((anchor, place) -> pageOf.put(anchor, place.page()));
        placeholders.fill(pageOf, writer.getPageNumber());
        var root = writer.getRootOutline();
        Pages.anchors().forEach((anchor, title) -> {
            var place = Objects.requireNonNull(places.get(anchor), anchor);
            writer.getDirectContent().localDestination(anchor, destination(writer, place));
            new PdfOutline(root, destination(writer, place), title);
        });
        renderer.finishPDF();
    }

    private static PdfDestination destination(PdfWriter writer, Place place) {
        var destination = new PdfDestination(PdfDestination.FITH, place.top());
        destination.addPage(writer.getPageReference(place.page()));
        return destination;
    }

    private String title() {
        return "Compliance report: %s, at event %s"
                .formatted(report.model().details().name(), new Words().ref(report.position()));
    }

    private static PdfWriter writer(ITextRenderer renderer) {
        return Objects.requireNonNull(renderer.getWriter(), "open");
    }

    /** The library draws an identifier by lot; of the same length, another one takes its place. */
    private byte[] withDocumentId(byte[] pdf) {
        int from = Math.max(0, pdf.length - TAIL);
        var tail = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
        var matcher = DOCUMENT_ID.matcher(tail);
        if (!matcher.find()) {
            throw new IllegalStateException("the document has no identifier");
        }
        var id = HexFormat.of()
                .formatHex(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(report.model().id())
                        .putLong(report.position())
                        .array())
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(id, 0, pdf, from + matcher.start(1), id.length);
        System.arraycopy(id, 0, pdf, from + matcher.start(2), id.length);
        return pdf;
    }

    /** Sets what the document says of itself before its first page is written. */
    private final class Opening extends DefaultPDFCreationListener {

        @Override
        public void preOpen(ITextRenderer renderer) {
            var writer = writer(renderer);
            var info = writer.getInfo();
            info.put(PdfName.TITLE, new PdfString(title(), PdfString.TEXT_UNICODE));
            info.put(PdfName.AUTHOR, new PdfString(report.organization().name(), PdfString.TEXT_UNICODE));
            info.put(
                    PdfName.SUBJECT,
                    new PdfString(
                            "Extract of the register of AI models, in the order of Annex IV", PdfString.TEXT_UNICODE));
            info.put(PdfName.PRODUCER, new PdfString("AI Governance Hub"));
            info.put(PdfName.CREATOR, new PdfString("AI Governance Hub"));
            info.put(PdfName.CREATIONDATE, date(report.asOf()));
            info.put(PdfName.MODDATE, date(report.asOf()));
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
            writer.setXmpMetadata(new Xmp(title(), report).bytes());
            writer.setPageEvent(new RunningHeads(
                    report.model().details().name(),
                    "model-%d  event %s".formatted(report.model().id(), new Words().ref(report.position())),
                    ink,
                    placeholders,
                    limits));
        }

        private static PdfString date(Instant instant) {
            return new PdfString(DATE.format(instant));
        }
    }

    /** Draws what the templates leave to code. */
    private final class Replacements extends ITextReplacedElementFactory {

        Replacements(ITextOutputDevice device) {
            super(device);
        }

        @Override
        public @Nullable ReplacedElement createReplacedElement(
                LayoutContext context, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
            Element element = box.getElement();
            if (element == null) {
                return null;
            }
            return switch (element.getNodeName()) {
                case "svg" -> new Drawing(element, ink, DOTS_PER_PIXEL);
                case "page-number" ->
                    new PageReference(element.getAttribute("data-anchor"), placeholders, DOTS_PER_PIXEL);
                default -> null;
            };
        }
    }

    /** Holds so many bytes and no more. */
    private static final class Bounded extends ByteArrayOutputStream {
        private final int maximum;

        Bounded(int maximum) {
            this.maximum = maximum;
        }

        @Override
        public synchronized void write(int b) {
            admit(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            admit(length);
            super.write(bytes, offset, length);
        }

        private void admit(int more) {
            if (count + (long) more > maximum) {
                throw new ProblemException(
                        ProblemType.REPORT_TOO_LARGE,
                        "The report would have more than %,d bytes. Take format=json.".formatted(maximum));
            }
        }
    }
}
