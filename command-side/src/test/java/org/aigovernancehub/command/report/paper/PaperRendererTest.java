package org.aigovernancehub.command.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.report.ReportFixture;
import org.aigovernancehub.command.report.content.ReportFold;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Prints reports and reads them back, as text and as pictures. */
class PaperRendererTest {
    private static final int PAGES = 2_000;
    private static final int BYTES = 48 << 20;

    static byte[] pdf(ReportFixture fixture) {
        return PaperRenderer.pdf(ReportFold.fold(fixture.sources()), PAGES, BYTES);
    }

    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = open(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** As a reader takes it in: however its lines are broken. */
    static String flowing(byte[] pdf) throws IOException {
        return text(pdf).replaceAll("\\s+", " ");
    }

    @Test
    void everythingThatTheRegisterKnowsIsPrinted() throws IOException {
        var pdf = pdf(ReportFixture.full());
        Files.write(Path.of("target/report.pdf"), pdf);
        assertThat(flowing(pdf))
                .contains("fraud-scorer", "Stands at event", "Agency A", "R. Diaz", "Approved", "High")
                .contains("Scores card payments for the risk of fraud", "Credit and payments")
                .contains(
                        "transactions-2025",
                        "chargebacks-2025",
                        "card-embedding",
                        "fraud-scorer-edge",
                        "Distilled from")
                .contains("1.6.0", "0a1b0a1b0a1b0a1b", "auc", "false_positive_rate", "0.946")
                .contains("Four eyes", "Prohibited practices", "no independent endorsement")
                .contains("c.okafor", "Evaluated on the hold-out of May", "Rests on the evaluation of version 1.6.0")
                .contains("COMPLIANCE_STATUS_CHANGE_BLOCKED", "MODEL_REGISTERED", "risk_level: limited \u2192 high")
                .contains("Oversight plan", "Post-market monitoring plan", "not a conformity assessment")
                .contains("Every character of this report is printed as itself.");
    }

    @Test
    void everyEventOfTheModelIsInTheTrailWithItsNumber() throws IOException {
        var fixture = ReportFixture.big(5, 900, 1_000);
        var text = flowing(pdf(fixture));
        var trail = text.substring(text.lastIndexOf("Every event of the model up to"));
        for (var event : fixture.sources().model()) {
            assertThat(trail).contains(new Words().ref(event.position()) + " ");
        }
    }

    @Test
    void theSameSourcesGiveTheSameBytes() {
        assertThat(pdf(ReportFixture.full())).isEqualTo(pdf(ReportFixture.full()));
    }

    @Test
    void theTableOfContentsLeadsToThePagesThatItNames() throws IOException {
        try (var document = open(pdf(ReportFixture.big(30, 300, 700)))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            var contents = stripper.getText(document);
            var links = new ArrayList<PDAnnotationLink>();
            for (var annotation : document.getPage(1).getAnnotations()) {
                links.add((PDAnnotationLink) annotation);
            }
            assertThat(links).hasSize(Piece.sections().size());
            for (int i = 0; i < links.size(); i++) {
                var action = (PDActionGoTo) links.get(i).getAction();
                var destination = document.getDocumentCatalog()
                        .findNamedDestinationPage((PDNamedDestination) action.getDestination());
                int page = destination.retrievePageNumber() + 1;
                assertThat(contents).contains(Integer.toString(page));
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s+", " "))
                        .contains(Piece.sections().get(i).title());
            }
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(Piece.sections().size());
        }
    }

    @Test
    void everyPageHasItsNumberAndTheLaterOnesTheRunningHead() throws IOException {
        var fixture = ReportFixture.full();
        try (var document = open(pdf(fixture))) {
            int count = document.getNumberOfPages();
            for (int page = 1; page <= count; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document).replaceAll("\\s+", " ");
                assertThat(text).contains("%d of %d".formatted(page, count));
                if (page > 1) {
                    assertThat(text).contains("fraud-scorer", "event " + new Words().ref(fixture.position()));
                }
            }
        }
    }

    @Test
    void tableHeadsAreRepeatedOnEachPage() throws IOException {
        try (var document = open(pdf(ReportFixture.big(5, 20, 350)))) {
            var stripper = new PDFTextStripper();
            int repeated = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                if (stripper.getText(document).contains("What happened")) {
                    repeated++;
                }
            }
            assertThat(repeated).isGreaterThan(5);
        }
    }

    @Test
    void theDocumentSaysWhatItIs() throws IOException {
        try (var document = open(pdf(ReportFixture.full()))) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).startsWith("Compliance report: fraud-scorer, at event #18,");
            assertThat(information.getAuthor()).isEqualTo("Agency A");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentCatalog().getMetadata()).isNotNull();
            assertThat(information.getCreationDate().toInstant())
                    .isEqualTo(ReportFold.fold(ReportFixture.full().sources())
                            .asOf()
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    @Test
    void allFontsAreEmbeddedAsSubsets() throws IOException {
        var names = new TreeSet<String>();
        try (var document = open(pdf(ReportFixture.bare("Модель \u03b1 \u4f60\u597d \ud55c\uad6d")))) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                    names.add(font.getName().substring(7));
                }
            }
        }
        assertThat(names)
                .contains("DroidSansFallback", "IBMPlexSans-Regular", "IBMPlexMono-Regular", "SourceSerif4-SemiBold")
                .noneMatch(n -> n.contains("Helvetica"));
    }

    @Test
    void noPageIsBlankAndNothingStandsInTheMargins() throws IOException {
        try (var document = open(pdf(ReportFixture.big(12, 60, 120)))) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var image = renderer.renderImageWithDPI(page, 50);
                assertThat(inkShare(image)).as("page %d", page + 1).isGreaterThan(0.002);
                assertThat(leftMostInk(image)).as("page %d", page + 1).isGreaterThan(30);
                assertThat(rightMostInk(image)).as("page %d", page + 1).isLessThan(image.getWidth() - 30);
            }
        }
    }

    @Test
    void charactersThatNoFontHasAreNamed() throws IOException {
        var pdf = pdf(
                ReportFixture.bare("caf\u0065\u0301 \u05d0\u202e\ud83d\ude00\ufdd0 \u4f60\u597d \ud55c\uad6d \u0416"));
        assertThat(flowing(pdf))
                .contains("caf\u00e9", "\u4f60\u597d", "\ud55c\uad6d", "\u0416")
                .contains("U+05D0", "U+202E", "U+1F600", "U+FDD0")
                .contains("HEBREW LETTER ALEF", "RIGHT-TO-LEFT OVERRIDE", "GRINNING FACE")
                .doesNotContain("\u05d0");
    }

    @Test
    void aDocumentOfTooManyPagesIsRefused() {
        var report = ReportFold.fold(ReportFixture.full().sources());
        assertThatThrownBy(() -> PaperRenderer.pdf(report, 3, BYTES))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than 3 pages");
        assertThatThrownBy(() -> PaperRenderer.pdf(report, PAGES, 10_000))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("10,000 bytes");
    }

    @Test
    void anInterruptedRenderingStops() {
        var report = ReportFold.fold(ReportFixture.full().sources());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> PaperRenderer.pdf(report, PAGES, BYTES))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static double inkShare(BufferedImage image) {
        long dark = 0;
        for (int y = image.getHeight() / 14; y < image.getHeight() * 13 / 14; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += isInk(image, x, y) ? 1 : 0;
            }
        }
        return dark / (double) (image.getWidth() * image.getHeight());
    }

    private static int leftMostInk(BufferedImage image) {
        return columns(image).getFirst();
    }

    private static int rightMostInk(BufferedImage image) {
        return columns(image).getLast();
    }

    private static List<Integer> columns(BufferedImage image) {
        var columns = new ArrayList<Integer>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (isInk(image, x, y)) {
                    columns.add(x);
                    break;
                }
            }
        }
        return columns;
    }

    private static boolean isInk(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3 < 200;
    }
}
