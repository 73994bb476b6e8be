package org.aigovernancehub.hub.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.aigovernancehub.command.identity.AccessTokens;
import org.aigovernancehub.hub.launch.HubLauncher;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs and checks the hub's own tokens: HS256 and nothing else, our issuer, our audience, 30 minutes. */
@Component
class LocalTokens implements AccessTokens {
    static final String ISSUER = "ai-governance-hub";

    private static final String PASSWORD = "password_set";
    private static final String HMAC = "HmacSHA256";
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final SecretKey csrfKey;
    private final SecretKey fingerprintKey;
    private final Clock clock;

    LocalTokens(HubLauncher.Secrets secrets, Clock clock) {
        this.clock = clock;
        var master = secrets.secretKey().value();
        var key = derived(master, "access tokens");
        this.csrfKey = derived(master, "csrf tokens");
        this.fingerprintKey = derived(master, "fingerprints");
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        var nimbus = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtIssuerValidator(ISSUER),
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(ISSUER)),
                new JwtClaimValidator<Object>("exp", java.util.Objects::nonNull)));
        this.decoder = nimbus;
    }

    @Override
    public String issue(long userId, Instant passwordChangedAt) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(ISSUER))
                .subject(Long.toString(userId))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .id(UUID.randomUUID().toString())
                .claim(PASSWORD, stamp(passwordChangedAt))
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    /** Tells whether the token was bought with the password that the account has now. */
    boolean isOf(Jwt token, Instant passwordChangedAt) {
        return stamp(passwordChangedAt).equals(token.getClaim(PASSWORD));
    }

    /** Not compared with the time of issue: that counts in seconds, and a clock may be ahead of another. */
    private static String stamp(Instant passwordChangedAt) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, passwordChangedAt));
    }

    Jwt check(String token) {
        return decoder.decode(token);
    }

    @Override
    public String csrfToken(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(csrfKey, bytes(session)));
    }

    @Override
    public byte[] fingerprint(byte[] hash) {
        return hmac(fingerprintKey, hash);
    }

    /** One key a purpose, so that what is made for one is worth nothing for the other. */
    private static SecretKey derived(String master, String purpose) {
        var root = new SecretKeySpec(bytes(master), HMAC);
        return new SecretKeySpec(hmac(root, bytes(purpose)), HMAC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(SecretKey key, byte[] data) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
