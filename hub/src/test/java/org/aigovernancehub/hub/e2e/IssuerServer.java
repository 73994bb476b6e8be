package org.aigovernancehub.hub.e2e;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * An organisation's own identity provider: Spring's authorization server, real endpoints, keys and signatures, in the process of the tests.
 * A client says in the token request which claims it wants, so that a test can have any token that such a server may issue.
 */
final class IssuerServer implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String CLIENT = "tests";
    private static final String SECRET = "the secret of tests";

    /** Parameters of the token request that mean something already. */
    private static final List<String> OF_THE_PROTOCOL = List.of("grant_type", "client_id", "client_secret", "scope");

    private final ConfigurableApplicationContext context;

    private IssuerServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static IssuerServer start() {
        var application = new SpringApplication(Server.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "spring.main.banner-mode",
                "off",
                "spring.config.name",
                "none"));
        return new IssuerServer(application.run());
    }

    /** What its tokens have as {@code iss}. */
    String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    /** Has a token issued, signed with RS256 and good for five minutes, with these claims in turn. */
    String token(String... claimsAndValues) {
        return tokenOfClient(CLIENT, claimsAndValues);
    }

    /** The same, of a client whose tokens are signed with another algorithm. */
    String tokenOfClient(String client, String... claimsAndValues) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("client_secret", SECRET + client);
        for (int i = 0; i < claimsAndValues.length; i += 2) {
            form.put(claimsAndValues[i], claimsAndValues[i + 1]);
        }
        var uri = URI.create(issuer());
        return Api.of(uri).form(uri + "/oauth2/token", form).expect(200).text("access_token");
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    static class Server {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(
                            new OAuth2AuthorizationServerConfigurer(), server -> server.oidc(Customizer.withDefaults()))
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client(CLIENT, SignatureAlgorithm.RS256),
                    client("ps256", SignatureAlgorithm.PS256),
                    client("rs512", SignatureAlgorithm.RS512));
        }

        private static RegisteredClient client(String id, SignatureAlgorithm algorithm) {
            return RegisteredClient.withId(UUID.randomUUID().toString())
                    .clientId(id)
                    .clientSecret("{noop}" + SECRET + id)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(LIFETIME)
                            .build())
                    .clientSettings(
                            org.springframework.security.oauth2.server.authorization.settings.ClientSettings.builder()
                                    .setting("algorithm", algorithm.getName())
                                    .build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        /** Without a fixed issuer it is the address that was asked. */
        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> wishes() {
            return token -> {
                var algorithm = token.getRegisteredClient().getClientSettings().<String>getSetting("algorithm");
                token.getJwsHeader().algorithm(SignatureAlgorithm.from(algorithm));
                OAuth2ClientCredentialsAuthenticationToken grant = token.getAuthorizationGrant();
                grant.getAdditionalParameters().forEach((name, value) -> {
                    if (!OF_THE_PROTOCOL.contains(name)) {
                        token.getClaims().claims(claims -> claim(claims, name, value.toString()));
                    }
                });
            };
        }

        /** Seconds from now for {@code exp} and {@code nbf}; a list where there are commas; nothing where there is nothing. */
        private static void claim(Map<String, Object> claims, String name, String value) {
            if (value.isEmpty()) {
                claims.remove(name);
            } else if (name.equals("exp")) {
                var end = Instant.now().plusSeconds(Long.parseLong(value));
                claims.put("iat", end.minus(LIFETIME));
                claims.put("exp", end);
            } else if (name.equals("nbf")) {
                claims.put("nbf", Instant.now().plusSeconds(Long.parseLong(value)));
            } else if (name.equals("aud") || value.contains(",")) {
                claims.put(name, Arrays.asList(value.split(",")));
            } else {
                claims.put(name, value);
            }
        }
    }
}
