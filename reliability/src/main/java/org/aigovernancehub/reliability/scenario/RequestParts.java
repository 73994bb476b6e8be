package org.aigovernancehub.reliability.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Contract;

/** What a made-up call has beside its body: path, query and headers, right or wrong. */
final class RequestParts {
    private RequestParts() {}

    static String path(Contract.Operation operation, Values values, Random random, boolean wrong) {
        var path = operation.path();
        for (var parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asString().equals("path")) {
                var name = parameter.path("name").asString();
                path = path.replace("{" + name + "}", pathValue(name, values, random, wrong));
            }
        }
        return random.nextInt(4) == 0 && !path.endsWith("/") ? path + "/" : path;
    }

    private static String pathValue(String name, Values values, Random random, boolean wrong) {
        if (wrong && random.nextInt(8) == 0) {
            var odd = Api.encoded(List.of("x", "-1", "0", "1.5", "99999999999999999999", "%", "1 2")
                    .get(random.nextInt(7)));
            return odd;
        }
        if (name.equals("type")) {
            return List.of("not-found", "malformed", "stale-version").get(random.nextInt(3));
        }
        return Long.toString(values.id(name, random));
    }

    static String query(Contract.Operation operation, Values values, Random random, boolean wrong) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.described().path("parameters")) {
            if (!parameter.path("in").asString().equals("query")) {
                continue;
            }
            var name = parameter.path("name").asString();
            // Whole lists are exports: as seldom as people make them.
            boolean wanted = name.equals("limit") ? random.nextInt(30) != 0 : random.nextInt(5) == 0;
            if (wanted && !name.equals("cursor")) {
                var value = values.valid(name, parameter.path("schema"), random);
                parts.add(name + "=" + Api.encoded(value.isString() ? value.asString() : value.toString()));
            }
        }
        if (wrong) {
            switch (random.nextInt(12)) {
                case 0 -> parts.add("unheard_of=1");
                case 1 -> parts.add("limit=-1");
                case 2 -> parts.add("cursor=" + Api.encoded(values.oddText(random)));
                case 3 -> parts.add("q=" + Api.encoded(values.oddText(random)));
                case 4 -> parts.add("limit=5&limit=6");
                case 5 -> parts.add("=");
                case 6 -> parts.add("sort=" + Api.encoded(values.oddText(random)));
                default -> {}
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    static Api headers(Api api, Contract.Operation operation, Random random, boolean wrong) {
        var with = api;
        if (!operation.reads() && random.nextInt(4) == 0) {
            with = with.with("Idempotency-Key", "key-" + random.nextInt(5_000));
        }
        if (operation.takes("header", "If-Match") && random.nextInt(4) == 0) {
            with = with.with("If-Match", "\"%d\"".formatted(1 + random.nextInt(4)));
        }
        if (wrong) {
            with = switch (random.nextInt(14)) {
                case 0 ->
                    with.with(
                            "If-Match",
                            List.of("*", "5", "\"x\"", "W/\"1\"", "\"1\", \"2\"")
                                    .get(random.nextInt(5)));
                case 1 ->
                    with.with(
                            "Accept",
                            List.of("image/png", "text/csv", "*/*;q=0", "x", "application/xml")
                                    .get(random.nextInt(5)));
                case 2 ->
                    with.with(
                            "Idempotency-Key",
                            List.of(" ", "k".repeat(400), "a b", "\u00e9").get(random.nextInt(4)));
                case 3 ->
                    with.with(
                            "Prefer",
                            List.of("handling=lenient", "respond-async", "=", "")
                                    .get(random.nextInt(4)));
                case 4 ->
                    with.with(
                            "X-Correlation-Id",
                            List.of("a b", "x".repeat(300), "{}").get(random.nextInt(3)));
                case 5 ->
                    with.with(
                            "Authorization",
                            List.of("Bearer x", "Basic YWRtaW46eA==", "Bearer", "bearer a.b.c")
                                    .get(random.nextInt(4)));
                case 6 ->
                    with.with(
                            "Content-Type",
                            List.of("text/plain", "application/json;charset=latin1", "x")
                                    .get(random.nextInt(3)));
                default -> with;
            };
        }
        return with;
    }
}
