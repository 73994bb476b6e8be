package org.aigovernancehub.command.registry;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The rule that a model's name is unique within its organisation and environment. Both calls throw {@code duplicate}. */
public interface ModelNames extends DecisionPort {

    void claim(ModelId modelId, OrganizationId organizationId, Environment environment, String name);

    void rename(ModelId modelId, OrganizationId organizationId, Environment environment, String name);
}
