package org.aigovernancehub.command.registry;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.ModelCommand;
import org.jspecify.annotations.Nullable;

/** Lineage that takes everything, until it is told why not; notes what it took. */
final class KnownLineage implements Lineage {
    final List<String> taken = new ArrayList<>();

    @Nullable
    ProblemException refusal;

    @Override
    public void link(long linkId, OrganizationId organizationId, ModelCommand.LinkDataset command) {
        refuse();
        taken.add("link %d of %s: %s".formatted(linkId, organizationId, command.datasetId()));
    }

    @Override
    public void depend(long dependencyId, OrganizationId organizationId, ModelCommand.AddDependency command) {
        refuse();
        taken.add("dependency %d of %s: %s".formatted(dependencyId, organizationId, command.parentModelId()));
    }

    private void refuse() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
