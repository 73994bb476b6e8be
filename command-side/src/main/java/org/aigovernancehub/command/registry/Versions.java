package org.aigovernancehub.command.registry;

import java.util.Optional;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** Which version belongs to which model, and the rule that a tag is unique within its model. */
public interface Versions extends DecisionPort {

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the model has such a tag */
    void claim(long versionId, ModelId modelId, String versionTag);

    /** Returns the model of a version; empty for an unknown one. */
    Optional<ModelId> modelOf(long versionId);
}
