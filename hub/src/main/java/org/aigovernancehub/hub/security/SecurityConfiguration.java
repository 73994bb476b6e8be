package org.aigovernancehub.hub.security;

import java.util.List;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.identity.FirstAdministrator;
import org.aigovernancehub.command.identity.SelfRegistration;
import org.aigovernancehub.hub.launch.HubLauncher;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.aigovernancehub.hub.web.ui.UserInterfaceRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Which requests need a caller, and what a browser may do with answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final long CORS_AGE_SECONDS = 3_600;

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, CallerAuthentication authentication, ProblemResponses problems, HubSettings settings) {
        var publicRequests = publicRequests();
        return http.csrf(csrf ->
                        csrf.disable()) // cookies bring our own token, checked with the session; bearers need none
                .cors(cors -> cors.configurationSource(cors(settings)))
                // Spring Security keeps nothing between requests, and nobody asks a request itself who its caller is.
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.disable())
                .servletApi(api -> api.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(Customizer.withDefaults())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access(AuthorizationManagers.anyOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                (_, context) ->
                                        new AuthorizationDecision(publicRequests.matches(context.getRequest())))))
                .addFilterBefore(
                        new CallerFilter(authentication, problems, publicRequests),
                        UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(
                                    request,
                                    response,
                                    new ProblemException(
                                            ProblemType.UNAUTHENTICATED,
                                            "Sign in, and send the token as 'Authorization: Bearer ...'."));
                        })
                        .accessDeniedHandler((request, response, _) -> problems.write(
                                request,
                                response,
                                new ProblemException(ProblemType.FORBIDDEN, "This is not for you."))))
                .build();
    }

    private static RequestMatcher publicRequests() {
        var any = List.of(
                "/",
                "/health",
                "/api/v1",
                "/api/v1/",
                "/api/v1/health",
                "/api/v1/health/",
                "/openapi.json",
                "/openapi.json/swagger-config",
                "/docs",
                "/docs/**",
                "/swagger-ui/**",
                "/problems",
                "/problems/**",
                "/error",
                "/actuator/**",
                "/favicon.ico");
        var post = List.of("/api/v1/auth/token", "/api/v1/auth/register", "/api/v1/session");
        var matchers = new java.util.ArrayList<RequestMatcher>();
        var paths = PathPatternRequestMatcher.withDefaults();
        matchers.add(request -> UserInterfaceRequests.kind(request) != UserInterfaceRequests.Kind.NOTHING);
        any.forEach(path -> matchers.add(paths.matcher(path)));
        post.forEach(path -> {
            matchers.add(paths.matcher(HttpMethod.POST, path));
            matchers.add(paths.matcher(HttpMethod.POST, path + "/"));
        });
        return new OrRequestMatcher(matchers);
    }

    private static UrlBasedCorsConfigurationSource cors(HubSettings settings) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(settings.corsOrigins());
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of("*"));
        configuration.setExposedHeaders(
                List.of("ETag", "Link", "Location", "Retry-After", "X-Total-Count", "Hub-Position"));
        configuration.setAllowCredentials(false);
        configuration.setMaxAge(CORS_AGE_SECONDS);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", configuration);
        return source;
    }

    /** A timer a filter says nothing that the request's own does not, and would wrap each of them. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FirstAdministrator firstAdministrator(HubLauncher.Secrets secrets) {
        return () -> secrets.adminPassword().value();
    }

    @Bean
    SelfRegistration selfRegistration(HubSettings settings, AccountLookup accounts) {
        return () -> java.util.Optional.ofNullable(settings.selfRegistrationOrganization())
                .flatMap(accounts::organization);
    }
}
