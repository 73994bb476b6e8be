package org.aigovernancehub.hub.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.settings.OidcIssuer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** Checks tokens of configured issuers: asymmetric signatures only, exact issuer, audience, expiry. Keys are fetched when first needed. */
@Component
class ExternalTokens {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Map<String, Issuer> issuers;

    /** An issuer with what checks its tokens. */
    record Issuer(OidcIssuer settings, JwtDecoder decoder) {}

    ExternalTokens(HubSettings settings) {
        this.issuers = settings.oidcIssuers().stream()
                .map(issuer -> new Issuer(issuer, new SupplierJwtDecoder(() -> decoder(issuer))))
                .collect(
                        Collectors.toUnmodifiableMap(issuer -> issuer.settings().issuer(), Function.identity()));
    }

    Optional<Issuer> issuer(String name) {
        return Optional.ofNullable(issuers.get(name));
    }

    private static JwtDecoder decoder(OidcIssuer issuer) {
        var keys = issuer.jwkSetUri();
        var builder = keys == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer.issuer())
                : NimbusJwtDecoder.withJwkSetUri(keys);
        var decoder = builder.jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(issuer.audience())),
                new JwtClaimValidator<Object>("exp", java.util.Objects::nonNull)));
        return decoder;
    }
}
