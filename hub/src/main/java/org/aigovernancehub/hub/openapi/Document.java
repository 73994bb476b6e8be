package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aigovernancehub.command.identity.SessionController;

/** The whole document: what the interface is, its paths, and what they have in common. */
final class Document {
    static final String BEARER = "bearer";
    static final String SESSION = "session";

    private static final String DESCRIPTION = """
            A register of AI models, of the policies that they are held to, and of everything that was done and refused.

            **Who calls**: send a bearer token (`POST /api/v1/auth/token`, or an API token from `POST /api/v1/tokens`) or a session's cookie. \
            The organisation of a call is the caller's; what belongs to another one looks as if it were not there.

            **Bodies** are JSON in snake_case; times are RFC 3339 in UTC. A `PATCH` is a merge patch: what is absent stays, `null` clears. \
            Members that are not known are ignored; query parameters that are not known are refused. Lengths count Unicode code points.

            **Failures** are problems after RFC 9457. Each `type` is documented at its own address, see `/problems`.

            **Versions**: an `ETag` is a resource's version. A write with `If-Match` happens only if it is still that one.

            **Repeats**: a write with an `Idempotency-Key` takes effect once; its answer is kept for 24 hours.

            **Freshness**: a read shows every change that was answered before it began. Where it would have to wait for longer than two \
            seconds it answers 503, or, with `Prefer: handling=lenient`, at once and with `Hub-Stale: true`.

            **Lists** are arrays. With `limit` they are pages; the `Link` header leads to the others. Without it the whole list is streamed.

            Every path answers with and without a trailing slash, and `HEAD` wherever `GET` does.""";

    private final String version;

    Document(String version) {
        this.version = version;
    }

    /** Replaces whatever is in there. */
    void fill(OpenAPI document) {
        var texts = new Texts();
        var schemas = new Schemas(texts);
        var operations = new Operations(schemas, texts);
        var endpoints = Endpoints.all();
        document.info(new Info()
                        .title("AI Governance Hub API")
                        .version(version)
                        .description(DESCRIPTION)
                        .license(new License().name("Apache License 2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This hub")))
                .security(
                        List.of(new SecurityRequirement().addList(BEARER), new SecurityRequirement().addList(SESSION)))
                .paths(paths(endpoints, operations))
                .tags(tags(endpoints, texts))
                .components(components(schemas));
    }

    private static Paths paths(List<Endpoint> endpoints, Operations operations) {
        var items = new TreeMap<String, PathItem>();
        for (var endpoint : endpoints) {
            var item = items.computeIfAbsent(Operations.path(endpoint), _ -> new PathItem());
            item.operation(PathItem.HttpMethod.valueOf(endpoint.method().name()), operations.of(endpoint));
        }
        var paths = new Paths();
        paths.putAll(items);
        return paths;
    }

    private static List<Tag> tags(List<Endpoint> endpoints, Texts texts) {
        var names = new TreeSet<String>();
        endpoints.forEach(endpoint -> names.addAll(endpoint.tags()));
        var tags = new ArrayList<Tag>();
        names.forEach(name -> tags.add(new Tag().name(name).description(texts.tag(name))));
        tags.sort(Comparator.comparing(Tag::getName));
        return tags;
    }

    private static Components components(Schemas schemas) {
        var components = new Components()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A signed token of a sign-in or of a configured issuer, or an API token."))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(SessionController.COOKIE)
                                .description("A browser's session. Calls that change something have to bring the"
                                        + " session's CSRF token in the header X-CSRF-Token."));
        Problems.addTo(components, schemas);
        Headers.addTo(components);
        schemas.components().forEach(components::addSchemas);
        return components;
    }
}
