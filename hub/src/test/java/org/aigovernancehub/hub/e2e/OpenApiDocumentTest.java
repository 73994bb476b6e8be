package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document by itself: whole, consistent, and the same on every hub; and the pages to browse it. */
class OpenApiDocumentTest {
    private static final Contract CONTRACT = new Contract(SharedHub.anonymous()
            .get(SharedHub.anonymous().root("/openapi.json"))
            .expect(200)
            .json());

    @Test
    void itSaysWhatItIs() {
        var document = CONTRACT.document();

        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.at("/info/title").asString()).isEqualTo("AI Governance Hub API");
        assertThat(document.at("/info/version").asString()).isNotBlank();
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(document.at("/components/securitySchemes").propertyNames()).contains("bearer", "session");
    }

    @Test
    void everythingIsDescribed() {
        var silent = new TreeSet<String>();
        CONTRACT.document().at("/components/schemas").properties().forEach(schema -> {
            expectDescription(schema.getKey(), schema.getValue(), silent);
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(member ->
                            expectDescription(schema.getKey() + "." + member.getKey(), member.getValue(), silent));
        });
        for (var operation : CONTRACT.operations()) {
            if (operation.described().path("summary").asString("").isBlank()
                    || operation.described().path("tags").isEmpty()) {
                silent.add(operation.toString());
            }
            for (var parameter : operation.described().path("parameters")) {
                expectDescription(operation + " " + parameter.path("name").asString(), parameter, silent);
            }
        }
        CONTRACT.document()
                .path("tags")
                .forEach(tag -> expectDescription("tag " + tag.path("name").asString(), tag, silent));

        assertThat(silent)
                .as("what nobody has described, see descriptions.properties")
                .isEmpty();
    }

    @Test
    void theFieldsOfFormsAreNamedAndDescribed() {
        var forms = CONTRACT.operations().stream()
                .filter(Contract.Operation::isForm)
                .toList();

        assertThat(forms).extracting(Contract.Operation::id).containsExactly("authToken");
        var fields = forms.getFirst().form();
        assertThat(fields.path("properties").propertyNames()).containsExactlyInAnyOrder("username", "password");
        assertThat(fields.path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("username", "password");
        var silent = new TreeSet<String>();
        fields.path("properties")
                .properties()
                .forEach(field -> expectDescription(field.getKey(), field.getValue(), silent));
        assertThat(silent).isEmpty();
    }

    private static void expectDescription(String name, JsonNode described, TreeSet<String> silent) {
        if (described.path("description").asString("").isBlank()) {
            silent.add(name);
        }
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(CONTRACT.operations()).extracting(Contract.Operation::id).doesNotHaveDuplicates();
        assertThat(CONTRACT.operations())
                .extracting(Contract.Operation::id)
                .allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingInternalShows() {
        var references = CONTRACT.document().findValues("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(CONTRACT.document()
                                .at(reference.asString().substring(1))
                                .isMissingNode())
                        .as("%s", reference)
                        .isFalse());
        assertThat(CONTRACT.document().at("/components/schemas").propertyNames())
                .allSatisfy(name ->
                        // A saved view is what the API calls it; other views are rows of read models.
                        assertThat(name.replace("SavedView", ""))
                                .doesNotContain("Call", "Caller", "Listing", "Patch", "View", "Servlet"));
        assertThat(CONTRACT.document().at("/components/schemas").findValues("properties"))
                .allSatisfy(properties -> assertThat(properties.propertyNames())
                        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]*")));
    }

    @Test
    void theExamplesAreAsTheSchemasSay() {
        var contents = new ArrayList<JsonNode>();
        for (var operation : CONTRACT.operations()) {
            operation.described().at("/requestBody/content").forEach(contents::add);
            operation
                    .described()
                    .path("responses")
                    .forEach(response -> response.path("content").forEach(contents::add));
        }
        int examples = 0;
        for (var content : contents) {
            if (content.has("example")) {
                examples++;
                assertThat(CONTRACT.schemas().objections(content.path("example"), content.path("schema")))
                        .as("%s", content)
                        .isEmpty();
            }
        }

        assertThat(examples).isGreaterThan(30);
    }

    @Test
    void writesSayThatTheyCanBeConditionalAndRepeated() {
        for (var operation : CONTRACT.operations()) {
            boolean patches = operation.method().equals("PATCH");
            if (patches) {
                assertThat(operation.takes("header", "If-Match"))
                        .as("%s", operation)
                        .isTrue();
                assertThat(operation.takes("header", "Idempotency-Key"))
                        .as("%s", operation)
                        .isTrue();
            }
            assertThat(operation.takes("header", "Idempotency-Key") && operation.reads())
                    .as("%s", operation)
                    .isFalse();
        }
        var modelList = CONTRACT.operation("GET", "/api/v1/models");
        assertThat(modelList.parameter("query", "limit").at("/schema/maximum").asInt())
                .isEqualTo(500);
        assertThat(modelList.parameter("query", "q").at("/schema/minLength").asInt())
                .isEqualTo(3);
        assertThat(modelList.takes("header", "Prefer")).isTrue();
        assertThat(CONTRACT.operation("POST", "/api/v1/tokens").takes("header", "Idempotency-Key"))
                .isFalse();
    }

    /** The web interface's types are made from a copy; a test of its own compares these with it. */
    @Test
    void theWebInterfaceKnowsTheDocumentAsItIs() throws IOException {
        var copy = Path.of("..", "web", "src", "api", "openapi.json");
        var actual = Path.of("target", "openapi.json");
        Files.writeString(
                actual, Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(CONTRACT.document()) + "\n");
        var known = Files.exists(copy) ? Api.JSON.readTree(Files.readString(copy)) : Api.JSON.createObjectNode();
        for (var part : List.of("paths", "components")) {
            assertThat(known.path(part).equals(CONTRACT.document().path(part)))
                    .as("%s is as the hub says; if not, copy hub/%s to it and run 'npm run api' in web/", copy, actual)
                    .isTrue();
        }
    }

    @Test
    void hubsOfEveryRoleDescribeTheWhole() {
        try (var postgres = TestPostgres.start();
                var command = HubProcess.start(postgres.environment("HUB_ROLE", "command"));
                var query = HubProcess.start(postgres.environment("HUB_ROLE", "query"))) {
            for (var hub : List.of(command, query)) {
                assertThat(hub.api()
                                .get(hub.api().root("/openapi.json"))
                                .expect(200)
                                .json())
                        .isEqualTo(CONTRACT.document());
            }
        }
    }

    @Test
    void thePagesLoadNothingFromElsewhereAndNeedNoInlineScript() {
        var api = SharedHub.anonymous();
        var moved = api.get(api.root("/docs")).expect(302);
        var page = api.get(api.root(moved.header("Location").orElseThrow().replaceFirst("https?://[^/]+", "")))
                .expect(200);

        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(page.body().lines().filter(line -> line.contains("src=") || line.contains("href=")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("://", "=\"//"));
        assertThat(page.body()).doesNotContainPattern("<script[^>]*>\\s*\\S+\\s*</script>");
        for (var file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js")) {
            api.get(api.root("/swagger-ui/" + file)).expect(200);
        }
        var start = api.get(api.root("/swagger-ui/swagger-initializer.js")).expect(200);
        assertThat(start.body()).contains("/openapi.json").doesNotContain("://");
        var configuration = api.get(api.root("/openapi.json/swagger-config")).expect(200);
        assertThat(configuration.text("url")).isEqualTo("/openapi.json");
        assertThat(configuration.text("validatorUrl")).isEmpty();
    }

    @Test
    void thereIsOneDocumentAndTheStartIsQuietAboutIt() {
        var platform = SharedHub.platform();

        platform.get(platform.root("/v3/api-docs")).problem(404, "not-found");
        platform.get(platform.root("/swagger-ui.html")).problem(404, "not-found");
        assertThat(SharedHub.hub().log()).doesNotContainIgnoringCase("springdoc");
    }
}
