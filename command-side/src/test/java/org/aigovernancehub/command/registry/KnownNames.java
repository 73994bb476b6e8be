package org.aigovernancehub.command.registry;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelId;

/** Model names of which one, "taken", belongs to model 7 already; notes what was claimed. */
final class KnownNames implements ModelNames {
    static final String TAKEN = "taken";

    final List<String> claims = new ArrayList<>();

    @Override
    public void claim(ModelId modelId, OrganizationId organizationId, Environment environment, String name) {
        refuseTaken(name);
        claims.add("%s %s %s %s".formatted(modelId, organizationId, environment.wire(), name));
    }

    @Override
    public void rename(ModelId modelId, OrganizationId organizationId, Environment environment, String name) {
        claim(modelId, organizationId, environment, name);
    }

    private static void refuseTaken(String name) {
        if (name.equals(TAKEN)) {
            throw ProblemException.duplicate("taken", 7);
        }
    }
}
