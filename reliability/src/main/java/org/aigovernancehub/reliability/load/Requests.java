package org.aigovernancehub.reliability.load;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.aigovernancehub.reliability.journal.Asked;
import org.aigovernancehub.reliability.journal.Asked.Kind;
import org.jspecify.annotations.Nullable;

/** Makes up what clients ask for. */
final class Requests {
    private static final int MOST_METRICS = 5;
    private static final int TOO_LONG = 300;

    private final String prefix;
    private final World world;
    private final AtomicLong number = new AtomicLong();

    Requests(String prefix, World world) {
        this.prefix = prefix;
        this.world = world;
    }

    Asked next(Random random) {
        var key = prefix + number.incrementAndGet();
        int die = random.nextInt(100);
        if (die < 20 || !world.hasModels()) {
            return change(key, "POST", "/models/", json("name", key, "owner", "o"), null, 1);
        }
        var model = world.someModel(random);
        var path = "/models/" + model.id();
        if (die < 42) {
            return change(key, "PATCH", path, json("description", key), null, 1);
        }
        if (die < 54) {
            return change(key, "PATCH", path, json("description", key), world.etag(model.id()), 1);
        }
        if (die < 62 || !world.hasVersions()) {
            return change(key, "POST", "/versions/", json("model_id", model.id(), "version_tag", key), null, 1);
        }
        if (die < 72) {
            int many = 1 + random.nextInt(MOST_METRICS);
            var metrics = IntStream.range(0, many)
                    .mapToObj(i -> json("metric_name", "m" + i, "value", random.nextDouble()))
                    .toList();
            // All of them, or none: one event.
            return change(key, "POST", "/versions/%d/metrics".formatted(world.someVersion(random)), metrics, null, 1);
        }
        if (die < 80) {
            // Names of datasets need not be unique: only the key keeps it from being there twice.
            return change(key, "POST", "/datasets/", json("name", "data"), null, 1);
        }
        if (die < 90) {
            var status = List.of("under_review", "approved", "draft").get(random.nextInt(3));
            var body = json("status", status, "reason", key, "approval_notes", key);
            return asked(key, Kind.DECIDED, "PATCH", path + "/compliance-status", body, null, 1);
        }
        return refused(key, model, random);
    }

    private static Asked refused(String key, World.Model model, Random random) {
        var body =
                switch (random.nextInt(3)) {
                    case 0 -> json("name", key);
                    case 1 -> json("name", "n".repeat(TOO_LONG), "owner", "o");
                    default -> json("name", model.name(), "owner", "o");
                };
        return asked(key, Kind.REFUSED, "POST", "/models/", body, null, 0);
    }

    private static Asked change(
            String key, String method, String path, Object body, @Nullable String ifMatch, int events) {
        return asked(key, Kind.CHANGE, method, path, body, ifMatch, events);
    }

    private static Asked asked(
            String key, Kind kind, String method, String path, Object body, @Nullable String ifMatch, int events) {
        return new Asked(
                key,
                kind,
                method,
                path,
                org.aigovernancehub.hub.e2e.Api.JSON.writeValueAsString(body),
                ifMatch,
                events);
    }
}
