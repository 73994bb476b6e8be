package org.aigovernancehub.command.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.command.report.ReportFixture;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people write ends up on paper as they wrote it, wherever it stands, and does nothing. */
class HostileTextTest {
    private static final List<String> CORPUS = List.of(
            "<script>alert(1)</script>",
            "</td></tr></table><h1>Approved</h1>",
            "<!DOCTYPE foo [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><foo>&xxe;</foo>",
            "<?xml-stylesheet href=\"http://127.0.0.1:1/x.css\"?>",
            "<img src=\"http://127.0.0.1:1/x.png\"><link rel=stylesheet href=file:///etc/passwd>",
            "<style>@import url(http://127.0.0.1:1/);body{display:none}</style>",
            "<svg><image href=\"file:///etc/passwd\"/></svg><canvas data-anchor=\"s-1\">",
            "<a href=\"javascript:alert(1)\">x</a> <bookmark name=\"s-1\"/> <input type=\"hidden\" name=\"x\">",
            "${T(java.lang.Runtime).getRuntime().exec('id')} [[${7*7}]] __${7*7}__ #{x} @{/x} ~{x::y}",
            "&lt;b&gt; &#x41; &amp;amp; &nbsp; &bogus;",
            "]]><![CDATA[x]]>--><!-- x",
            "\\0 ' \" ` ; DROP TABLE event;-- %s %n {0}",
            "/S /JavaScript /JS (app.alert(1)) >> endobj (unbalanced \\",
            "http://example.org/" + "a".repeat(300) + "?b=c&d=e",
            "data:text/html;base64,PHNjcmlwdD4= file:///etc/shadow \\\\server\\share",
            "w".repeat(10_000),
            "\u4e00".repeat(3_000));

    /** What is not printed as itself, and as what instead. */
    private static final List<String> INVISIBLE = List.of(
            "a\u0000b\u0007c\u001bd\u007fe\u0085f",
            "\u202eevil\u202c\u2066x\u2069 \u200b\u200d\ufeff\u00ad",
            "\ud800 lone \udc00 \ufffe \uffff \ufdd0",
            "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u0939\u093f",
            "\ue000\udb80\udc00 \u2028x\u2029");

    private static ReportFixture everywhere(String text) {
        return ReportFixture.bare(text)
                .version(1, text)
                .metric(2, 1, text, 1e308)
                .metric(3, 1, text, -1e308)
                .metric(4, 1, text, 5e-324)
                .dataset(5, text, DatasetType.TRAINING)
                .by(text, 9)
                .record(new ModelEvent.ReviewRecorded(
                        ReportFixture.MODEL, ReportFixture.ORGANIZATION, 6, ReviewOutcome.ENDORSED, text))
                .record(new ModelEvent.ModelDetailsChanged(
                        ReportFixture.MODEL,
                        ReportFixture.ORGANIZATION,
                        List.of(new FieldChange("description", text, text))));
    }

    @TestFactory
    Stream<DynamicTest> markupIsTextAndNothingElse() {
        return CORPUS.stream()
                .map(text -> DynamicTest.dynamicTest(text.substring(0, Math.min(60, text.length())), () -> {
                    var pdf = PaperRendererTest.pdf(everywhere(text));
                    var plain = text.replaceAll("\\s", "");
                    assertThat(PaperRendererTest.text(pdf).replaceAll("\\s", ""))
                            .contains(plain.substring(0, Math.min(800, plain.length())))
                            .doesNotContain("root:x:");
                    inert(pdf);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsInvisibleIsPrintedByItsNumber() {
        return INVISIBLE.stream()
                .map(text -> DynamicTest.dynamicTest(numbers(text).toString(), () -> {
                    var pdf = PaperRendererTest.pdf(everywhere(text));
                    var read = PaperRendererTest.flowing(pdf);
                    assertThat(numbers(text))
                            .isNotEmpty()
                            .allSatisfy(number -> assertThat(read).contains(number));
                    inert(pdf);
                }));
    }

    private static List<String> numbers(String text) {
        return text.codePoints()
                .filter(point -> point != ' ' && !(point >= 'a' && point <= 'z'))
                .filter(point -> point != '\n')
                .mapToObj("U+%04X"::formatted)
                .distinct()
                .toList();
    }

    /** No script, no form, no attachment, no link out of the document. */
    private static void inert(byte[] pdf) throws IOException {
        try (PDDocument document = PaperRendererTest.open(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getAcroForm()).isNull();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getNames().getJavaScript()).isNull();
            assertThat(catalog.getNames().getEmbeddedFiles()).isNull();
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    assertThat(((PDAnnotationLink) annotation).getAction()).isInstanceOf(PDActionGoTo.class);
                }
            }
            assertThat(catalog.getDocumentOutline().children())
                    .hasSize(Piece.sections().size());
        }
    }
}
