package org.aigovernancehub.command.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.ModelId;

/** Versions of which one, tagged "taken", is there already, and version 900 is another model's. */
final class KnownVersions implements Versions {
    static final String TAKEN = "taken";
    static final long FOREIGN = 900;

    final Map<Long, ModelId> models = new HashMap<>(Map.of(FOREIGN, new ModelId(7)));

    @Override
    public void claim(long versionId, ModelId modelId, String versionTag) {
        if (versionTag.equals(TAKEN)) {
            throw ProblemException.duplicate("taken", 3);
        }
        models.put(versionId, modelId);
    }

    @Override
    public Optional<ModelId> modelOf(long versionId) {
        return Optional.ofNullable(models.get(versionId));
    }
}
