package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.command.web.CallerSource;
import org.aigovernancehub.hub.settings.HubSettings;
import org.aigovernancehub.hub.settings.SettingsReader;
import org.aigovernancehub.hub.web.page.DemonstrationMark;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The conventions of the HTTP interface on a real server, with controllers made for trying them, without database and security. */
@SpringBootConfiguration
@ComponentScan(
        basePackages = "org.aigovernancehub.hub.web",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Slice|openapi).*"))
@Import(TrialController.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ProjectInfoAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
})
public class WebSlice {
    static final Caller CALLER = Caller.system("trial");

    /** Starts it on a free port. */
    static ConfigurableApplicationContext start(String... properties) {
        var application = new SpringApplication(WebSlice.class);
        application.setDefaultProperties(java.util.Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        return application.run(java.util.Arrays.stream(properties)
                .map(property -> "--" + property)
                .toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Bean
    HubSettings hubSettings() {
        return new SettingsReader(java.util.Map.of("HUB_TRUSTED_PROXIES", "127.0.0.1,::1")).read();
    }

    @Bean
    HealthIndicator database() {
        return () -> Health.up().build();
    }

    @Bean
    DemonstrationMark demonstrationMark() {
        return () -> false;
    }

    @Bean
    CallerSource callerSource() {
        return new CallerSource() {
            @Override
            public Caller reading(HttpServletRequest request) {
                return CALLER;
            }

            @Override
            public Caller acting(HttpServletRequest request) {
                return CALLER;
            }
        };
    }
}
