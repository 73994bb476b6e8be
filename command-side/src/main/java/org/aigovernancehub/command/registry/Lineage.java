package org.aigovernancehub.command.registry;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The rules of links and dependencies that span several models and datasets. */
public interface Lineage extends DecisionPort {

    /**
     * Notes the use of a dataset.
     *
     * @throws org.aigovernancehub.api.problem.ProblemException {@code not-found} for a dataset that the organisation does not have, {@code
     *     duplicate} for the same dataset, type and version
     */
    void link(long linkId, OrganizationId organizationId, ModelCommand.LinkDataset command);

    /**
     * Notes a dependency. Additions of one organisation go one after the other, so that no two of them close a cycle together.
     *
     * @throws org.aigovernancehub.api.problem.ProblemException {@code not-found} for a parent that the organisation does not have, {@code
     *     cycle}, {@code duplicate}
     */
    void depend(long dependencyId, OrganizationId organizationId, ModelCommand.AddDependency command);
}
