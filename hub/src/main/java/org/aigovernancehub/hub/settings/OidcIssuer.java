package org.aigovernancehub.hub.settings;

import org.jspecify.annotations.Nullable;

/**
 * An external issuer whose tokens are accepted.
 *
 * @param issuer exactly what its tokens have as {@code iss}
 * @param audience what {@code aud} must contain
 * @param roleClaim the claim that names the role: {@code admin}, {@code compliance_officer}, {@code model_owner} or {@code auditor}
 * @param organizationClaim the claim that names the organisation, by name or id
 * @param usernameClaim the claim that names the user in the audit trail
 * @param jwkSetUri where its keys are; null reads the issuer's discovery document
 */
public record OidcIssuer(
        String issuer,
        String audience,
        String roleClaim,
        String organizationClaim,
        String usernameClaim,
        @Nullable String jwkSetUri) {}
