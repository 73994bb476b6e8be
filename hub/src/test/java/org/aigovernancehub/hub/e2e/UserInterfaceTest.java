package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aigovernancehub.hub.e2e.Api.Answer;
import org.junit.jupiter.api.Test;

/** The web interface is served beside the API, and never instead of it. */
class UserInterfaceTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern ASSET = Pattern.compile("/assets/[^\"' )]+");

    private final Api program = SharedHub.anonymous();
    private final Api browser = program.with("Accept", BROWSER);

    @Test
    void theRootIsThePageForBrowsersAndTheWelcomeForPrograms() {
        assertPage(root(browser, "GET", "/"));
        for (var accept : List.of("*/*", "application/json", "text/*", "text/html;q=0, application/json", "nonsense")) {
            assertThat(root(program.with("Accept", accept), "GET", "/").header("Content-Type"))
                    .as(accept)
                    .hasValueSatisfying(type -> assertThat(type).doesNotContain("html"));
        }
        assertThat(root(program, "GET", "/").expect(200).text("message")).startsWith("Welcome");
    }

    @Test
    void everyAddressOfTheInterfaceIsItsPageWithoutAToken() {
        for (var path : List.of(
                "/sign-in",
                "/models",
                "/models/7/versions",
                "/models?risk_level=high&x=y",
                "/models/",
                "/no/such/page")) {
            assertPage(root(browser, "GET", path));
        }
        var head = root(browser, "HEAD", "/models").expect(200);
        assertThat(head.header("Content-Type")).contains("text/html");
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void thePageIsAskedForAnewAndItsFilesAreKept() {
        var page = assertPage(root(browser, "GET", "/"));
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Last-Modified")).isEmpty();
        assertThat(root(browser.with("If-None-Match", page.etag()), "GET", "/models")
                        .status())
                .isEqualTo(304);
        var assets = ASSET.matcher(page.body())
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(assets).isNotEmpty();
        for (var asset : assets) {
            var file = root(program, "GET", asset).expect(200);
            assertThat(file.header("Cache-Control")).contains("max-age=31536000, public, immutable");
            assertThat(file.header("Content-Type"))
                    .hasValueSatisfying(type ->
                            assertThat(type).startsWith(asset.endsWith(".css") ? "text/css" : "text/javascript"));
            assertThat(root(program, "HEAD", asset).expect(200).bytes()).isEmpty();
        }
        var font = assets.stream()
                .filter(asset -> asset.endsWith(".css"))
                .map(asset -> root(program, "GET", asset).body())
                .flatMap(styles -> ASSET.matcher(styles).results())
                .map(found -> found.group())
                .filter(asset -> asset.endsWith(".woff2"))
                .findFirst()
                .orElseThrow();
        assertThat(root(program, "GET", font).expect(200).header("Content-Type"))
                .contains("font/woff2");
        for (var file : List.of("/theme-init.js", "/favicon.svg", "/index.html")) {
            assertThat(root(program, "GET", file).expect(200).header("Cache-Control"))
                    .as(file)
                    .contains("no-cache");
        }
    }

    @Test
    void filesAreCompressedAndAnswersOfTheApiAreNot() {
        var eager = program.with("Accept-Encoding", "gzip");
        var page = assertPage(root(browser, "GET", "/")).body();
        var script = ASSET.matcher(page)
                .results()
                .map(found -> found.group())
                .filter(name -> name.endsWith(".js"))
                .findFirst()
                .orElseThrow();
        assertThat(root(eager, "GET", script).expect(200).header("Content-Encoding"))
                .contains("gzip");
        assertThat(root(eager, "GET", "/openapi.json").expect(200).header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void aMissingFileIsNotThePage() {
        for (var path : List.of(
                "/assets/gone-123.js",
                "/models/gone.css",
                "/favicon.ico",
                "/..%2fapplication.yml",
                "/static/index.html")) {
            assertThat(root(browser, "GET", path).status()).as(path).isBetween(400, 404);
        }
        root(browser, "GET", "/assets/gone-123.js").problem(404, "not-found");
    }

    @Test
    void theApiAndItsDocumentationAnswerBrowsersAsBefore() {
        var tenant = SharedHub.tenant();
        root(browser, "GET", "/api/v1/models").problem(401, "unauthenticated");
        root(browser, "GET", "/%61pi/v1/models")
                .header("Content-Type")
                .ifPresent(type -> assertThat(type).doesNotStartWith("text/html"));
        root(browser, "GET", "/api/v1/nothing").problem(401, "unauthenticated");
        tenant.owner().with("Accept", BROWSER).get("/nothing").problem(404, "not-found");
        root(program, "GET", "/nothing").problem(401, "unauthenticated");
        root(browser, "POST", "/models").problem(401, "unauthenticated");
        for (var path : List.of("/health", "/problems", "/openapi.json", "/swagger-ui/index.html")) {
            assertThat(root(browser, "GET", path).expect(200).body()).as(path).doesNotContain("theme-init.js");
        }
    }

    @Test
    void thePageRunsNothingButItsOwnFiles() {
        var policy = assertPage(root(browser, "GET", "/"))
                .header("Content-Security-Policy")
                .orElseThrow();
        // Scripts, workers, fonts and calls fall back to the first.
        assertThat(policy.split("; "))
                .contains(
                        "default-src 'self'",
                        "style-src 'self' 'unsafe-inline'",
                        "img-src 'self' data:",
                        "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("script-src", "worker-src", "font-src", "connect-src");
    }

    private static Answer assertPage(Answer answer) {
        answer.expect(200);
        assertThat(answer.header("Content-Type")).as(answer.call()).contains("text/html");
        var varies = String.join(",", answer.headers().allValues("Vary")).toLowerCase(Locale.ROOT);
        assertThat(varies.split(" *, *")).as(answer.call()).contains("accept");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .as(answer.call())
                .contains("<div id=\"root\">");
        return answer;
    }

    private static Answer root(Api client, String method, String path) {
        return client.call(method, client.root(path), null);
    }
}
