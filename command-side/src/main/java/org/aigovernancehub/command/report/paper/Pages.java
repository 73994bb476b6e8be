package org.aigovernancehub.command.report.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates and makes documents of them. Text gets in by {@code th:text} alone, which escapes it; an HTML parser, which knows
 * neither document types nor entities of its own, reads the result; and each text is split into runs that a face can print.
 */
final class Pages {
    private static final String TEMPLATE = "report/report";
    private static final TemplateEngine ENGINE = engine();
    private static final String STYLE = ENGINE.process("report/report.css", new Context(Locale.ROOT));
    private static final Map<String, Face> FACES =
            Map.of("serif", Face.SERIF, "mono", Face.MONO, "bold", Face.BOLD, "sans", Face.SANS);

    private final ComplianceReport report;
    private final Unprintable unprintable;

    Pages(ComplianceReport report, Unprintable unprintable) {
        this.report = report;
        this.unprintable = unprintable;
    }

    org.w3c.dom.Document document(List<Piece> pieces) {
        return w3c(fitted(pieces));
    }

    /** The last one, which also says what could not be printed before. */
    org.w3c.dom.Document lastDocument(List<Piece> pieces) {
        var document = fitted(pieces);
        var characters = new Element("div");
        characters.html(html(new Piece("characters", Map.of("rows", unprintable.entries()), 1)));
        fit(characters, Face.SANS);
        document.body().appendChild(characters);
        return w3c(document);
    }

    private String html(Piece piece) {
        return ENGINE.process(TEMPLATE, Set.of(piece.fragment()), context(piece));
    }

    private Document fitted(List<Piece> pieces) {
        var body = new StringBuilder();
        pieces.forEach(piece -> body.append(html(piece)));
        var document = Jsoup.parse("<html><head></head><body></body></html>");
        document.outputSettings().prettyPrint(false);
        document.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode(STYLE));
        document.body().html(body.toString());
        fit(document.body(), Face.SANS);
        return document;
    }

    private static org.w3c.dom.Document w3c(Document document) {
        // The printer would make a bookmark of each heading, and one of them is the model's name.
        document.select("h1, h2, h3").attr("data-pdf-bookmark", "none");
        return new W3CDom().namespaceAware(false).fromJsoup(document);
    }

    private Context context(Piece piece) {
        var variables = new HashMap<String, Object>(piece.variables());
        variables.put("report", report);
        variables.put("model", report.model());
        variables.put("w", new Words());
        variables.put("sections", Piece.sections());
        if (piece.fragment().equals("trail")) {
            variables.put("rows", trail(piece));
        }
        return new Context(Locale.ROOT, variables);
    }

    /** Only now: what is read from all payloads at once would be the greatest part of the memory. */
    private static List<Piece.TrailRow> trail(Piece piece) {
        var rows = new ArrayList<Piece.TrailRow>();
        for (var row :
                (List<?>) java.util.Objects.requireNonNull(piece.variables().get("rows"))) {
            var entry = (ComplianceReport.TrailEntry) row;
            rows.add(new Piece.TrailRow(
                    entry, Payload.paragraphs(Payload.lines(entry.details().toString()))));
        }
        return rows;
    }

    private void fit(Element element, Face inherited) {
        if (element.normalName().equals("svg")) {
            return; // its text is fitted when it is drawn
        }
        var face = face(element, inherited);
        for (var child : List.copyOf(element.childNodes())) {
            switch (child) {
                case Element inner -> fit(inner, face);
                case TextNode text -> fit(text, face);
                default -> child.remove();
            }
        }
    }

    private void fit(TextNode text, Face face) {
        var runs = Typesetting.runs(text.getWholeText(), face, unprintable);
        if (runs.isEmpty()) {
            text.remove();
            return;
        }
        Node last = text;
        for (var run : runs) {
            var node = node(run, face);
            last.after(node);
            last = node;
        }
        text.remove();
    }

    private static Node node(Typesetting.Run run, Face face) {
        if (run.face() == face && !run.byNumber()) {
            return new TextNode(run.text());
        }
        return new Element("span")
                .attr("class", run.byNumber() ? "number" : "face-" + run.face().family())
                .appendChild(new TextNode(run.text()));
    }

    private static Face face(Element element, Face inherited) {
        for (var name : element.classNames()) {
            var face = FACES.get(name);
            if (face != null) {
                return face;
            }
        }
        return switch (element.normalName()) {
            case "h1", "h2", "h3" -> Face.SERIF;
            case "th", "b" -> Face.BOLD;
            case "code" -> Face.MONO;
            default -> inherited;
        };
    }

    private static TemplateEngine engine() {
        var html = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        html.setSuffix(".html");
        html.setTemplateMode(TemplateMode.HTML);
        html.setCharacterEncoding("UTF-8");
        html.setResolvablePatterns(new java.util.LinkedHashSet<>(List.of(TEMPLATE)));
        var css = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        css.setTemplateMode(TemplateMode.RAW);
        css.setCharacterEncoding("UTF-8");
        css.setResolvablePatterns(new java.util.LinkedHashSet<>(List.of("report/report.css")));
        var engine = new TemplateEngine();
        engine.setTemplateResolvers(new java.util.LinkedHashSet<>(List.of(html, css)));
        return engine;
    }

    /** The anchors that the table of contents and the bookmarks lead to, with their titles. */
    static Map<String, String> anchors() {
        var anchors = new LinkedHashMap<String, String>();
        int number = 0;
        for (var section : Piece.sections()) {
            number++;
            anchors.put(section.id(), number + "  " + section.title());
        }
        return anchors;
    }
}
