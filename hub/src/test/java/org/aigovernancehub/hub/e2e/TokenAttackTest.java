package org.aigovernancehub.hub.e2e;

import static org.aigovernancehub.hub.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Forged tokens. They are made with the hub's real key where that makes the forgery better, so that each fails for one reason only. */
class TokenAttackTest {
    private static final String HMAC = "HmacSHA256";

    /** Which password the administrator has; a token says with which one it was bought. */
    private static final String PASSWORD_SET = Long.toString(SharedHub.database()
            .number("SELECT (extract(epoch FROM changed_at) * 1000000)::bigint FROM app.credential WHERE user_id = 1"));

    private final byte[] key =
            hmac(SharedHub.hub().file("secret-key").getBytes(StandardCharsets.UTF_8), "access tokens");

    @Test
    void aTokenMadeLikeTheHubsOwnIsOne() {
        SharedHub.anonymous().as(signed(claims(), key)).get("/auth/me").expect(200);
    }

    @Test
    void unsignedTokensAreRefused() {
        for (var algorithm : List.of("none", "None", "NONE", "nOnE")) {
            refused(encoded(json("alg", algorithm)) + "." + encoded(claims()) + ".");
            refused(encoded(json("alg", algorithm, "typ", "JWT")) + "." + encoded(claims()) + "."
                    + signature("x", key));
        }
    }

    @Test
    void theSignatureMustBeOfTheHubsKey() {
        refused(signed(claims(), "another key of at least 32 characters".getBytes(StandardCharsets.UTF_8)));
        refused(signed(claims(), new byte[32]));
        // Neither is the secret itself, nor the key that other tokens are derived with.
        refused(signed(claims(), SharedHub.hub().file("secret-key").getBytes(StandardCharsets.UTF_8)));
        refused(signed(
                claims(), hmac(SharedHub.hub().file("secret-key").getBytes(StandardCharsets.UTF_8), "csrf tokens")));
    }

    @Test
    void aChangedPayloadNeedsANewSignature() {
        var parts = signed(claims(), key).split("\\.");
        refused(parts[0] + "." + encoded(claims().put("sub", "2")) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
    }

    @Test
    void otherAlgorithmsAreRefusedEvenWithTheRightKey() throws GeneralSecurityException {
        for (var algorithm : List.of("HS384", "HS512")) {
            var mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
            mac.init(new SecretKeySpec(key, "HmacSHA" + algorithm.substring(2)));
            var content = encoded(json("alg", algorithm)) + "." + encoded(claims());
            refused(content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8))));
        }
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(pair.getPrivate());
        var content = encoded(json("alg", "RS256")) + "." + encoded(claims());
        signer.update(content.getBytes(StandardCharsets.UTF_8));
        refused(content + "." + base64(signer.sign()));
    }

    @Test
    void keysThatTheTokenItselfBringsCountForNothing() {
        var own = "a key of the attacker's own choice!!".getBytes(StandardCharsets.UTF_8);
        var jwk = json("kty", "oct", "k", base64(own), "alg", "HS256");
        var header = json("alg", "HS256", "jku", "http://127.0.0.1:1/keys", "kid", "../../../../dev/null");
        header.set("jwk", jwk);
        refused(signed(header, claims(), own));
    }

    @Test
    void issuerAndAudienceMustBeTheHub() {
        refused(signed(claims().put("iss", "https://issuer.example.org"), key));
        refused(signed(claims().put("iss", "AI-GOVERNANCE-HUB"), key));
        refused(signed(without("iss"), key));
        refused(signed(claims().put("aud", "somebody-else"), key));
        refused(signed(without("aud"), key));
    }

    @Test
    void timesAreChecked() {
        long now = Instant.now().getEpochSecond();
        refused(signed(claims().put("exp", now - 60), key));
        refused(signed(without("exp"), key));
        refused(signed(claims().put("nbf", now + 600), key));
    }

    @Test
    void theSubjectMustBeAUserThatExists() {
        refused(signed(claims().put("sub", "999999999"), key));
        refused(signed(claims().put("sub", "admin"), key));
        refused(signed(claims().put("sub", "1 OR 1=1"), key));
        refused(signed(without("sub"), key));
    }

    @Test
    void thePasswordMustBeTheOneThatTheUserHasNow() {
        refused(signed(claims().put("password_set", "0"), key));
        refused(signed(without("password_set"), key));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (var token : List.of("x", "a.b.c", "....", "eyJhbGciOiJIUzI1NiJ9", "null", "\"\"", "a".repeat(4_000))) {
            refused(token);
        }
        // An encrypted one, as some issuers give them to clients that name no audience.
        refused("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AA.AA.AA");
        for (var header : List.of("Basic YWRtaW46YWRtaW4=", "Bearer", "Bearer ", "Token abc", "bearer")) {
            SharedHub.anonymous().with("Authorization", header).get("/auth/me").problem(401, "unauthenticated");
        }
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        SharedHub.anonymous()
                .with("Authorization", "bearer " + signed(claims(), key))
                .get("/auth/me")
                .expect(200);
    }

    private static void refused(String token) {
        var answer = SharedHub.anonymous().as(token).get("/auth/me");
        answer.problem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    }

    /** What the hub puts into the administrator's token. */
    private static ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        var claims =
                json("iss", "ai-governance-hub", "aud", "ai-governance-hub", "sub", "1", "iat", now, "exp", now + 600);
        return claims.put("password_set", PASSWORD_SET);
    }

    private static ObjectNode without(String claim) {
        var claims = claims();
        claims.remove(claim);
        return claims;
    }

    private static String signed(ObjectNode claims, byte[] key) {
        return signed(json("alg", "HS256"), claims, key);
    }

    private static String signed(ObjectNode header, ObjectNode claims, byte[] key) {
        var content = encoded(header) + "." + encoded(claims);
        return content + "." + signature(content, key);
    }

    private static String signature(String content, byte[] key) {
        return base64(hmac(key, content));
    }

    private static byte[] hmac(byte[] key, String content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(ObjectNode json) {
        return base64(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
