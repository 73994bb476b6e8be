package org.aigovernancehub.reliability.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What clients know to be there, so that they can go on with it, and get into each other's way. */
final class World {
    /** Few enough to be written by several at once. */
    private static final int CONTENDED = 6;

    private final List<Model> models = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final Map<Long, String> etags = new ConcurrentHashMap<>();

    record Model(long id, String name) {}

    synchronized void model(long id, String name) {
        models.add(new Model(id, name));
    }

    synchronized void version(long id) {
        versions.add(id);
    }

    void etag(long model, String etag) {
        etags.put(model, etag);
    }

    String etag(long model) {
        return etags.getOrDefault(model, "\"1\"");
    }

    synchronized boolean hasModels() {
        return !models.isEmpty();
    }

    synchronized boolean hasVersions() {
        return !versions.isEmpty();
    }

    synchronized Model someModel(Random random) {
        int recent = Math.min(CONTENDED, models.size());
        return models.get(models.size() - 1 - random.nextInt(recent));
    }

    synchronized long someVersion(Random random) {
        int recent = Math.min(CONTENDED, versions.size());
        return versions.get(versions.size() - 1 - random.nextInt(recent));
    }
}
