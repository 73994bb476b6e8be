package org.aigovernancehub.api.identity;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call, as the credentials and the user's present state say; never from the request's body or parameters.
 *
 * @param userId null only for somebody from an external issuer who has not acted here yet
 * @param role the effective one: of a token, the lesser of its own and its creator's
 * @param organizationId the tenant; null for platform staff
 * @param platform whether the caller is platform staff and so reads (and, as admin, acts) everywhere
 * @param tokenId the API token that was used; null where the user came in person
 * @param correlationId ties what the call causes to the request
 */
public record Caller(
        @Nullable Long userId,
        String username,
        Role role,
        @Nullable OrganizationId organizationId,
        boolean platform,
        @Nullable Long tokenId,
        @Nullable String correlationId) {

    public Caller {
        if (!platform && organizationId == null) {
            throw new IllegalArgumentException("a caller has an organisation or is platform staff");
        }
    }

    /** The hub itself. */
    public static Caller system(@Nullable String correlationId) {
        return new Caller(null, "system", Role.ADMIN, null, true, null, correlationId);
    }

    /** Tells whether the caller may know that something of this organisation exists. */
    public boolean sees(@Nullable OrganizationId owner) {
        return platform || (owner != null && owner.equals(organizationId));
    }

    /** Returns the organisation that the caller is kept to; null for platform staff, which sees all. */
    public @Nullable Long tenant() {
        return platform || organizationId == null ? null : organizationId.value();
    }

    public boolean may(Permission permission) {
        return permission.isGrantedTo(role);
    }

    /** Tells whether the caller runs the platform: creates organisations, manages global policies, rebuilds read models. */
    public boolean isPlatformAdmin() {
        return platform && role == Role.ADMIN;
    }

    /** Throws {@code forbidden} unless the role has the permission. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The role %s may not do this; it takes the role %s. Ask an administrator of your organisation."
                            .formatted(role.wire(), permission.least().wire()));
        }
    }

    /** Throws {@code forbidden} unless the caller is a platform administrator. */
    public void requirePlatformAdmin() {
        if (!isPlatformAdmin()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only a platform administrator may do this.");
        }
    }
}
