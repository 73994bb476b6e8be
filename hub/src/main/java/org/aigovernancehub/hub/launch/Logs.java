package org.aigovernancehub.hub.launch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** How the hub logs, from its first line on: the database starts before Spring does, and its lines are the same kind of lines. */
final class Logs {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%X{correlation_id:-}] %logger{36} : %msg%n%ex{full}";

    private Logs() {}

    static Map<String, Object> properties(boolean json) {
        var properties = new HashMap<String, Object>();
        properties.put("logging.pattern.console", PATTERN);
        for (var quiet : new String[] {
            "org.flywaydb",
            "com.zaxxer.hikari",
            "org.apache.catalina",
            "org.apache.coyote",
            "org.springframework",
            "org.axonframework",
            "org.springdoc",
            "org.hibernate.validator"
        }) {
            properties.put("logging.level." + quiet, "WARN");
        }
        // Says that it does not start, which the launcher says with the reason.
        properties.put("logging.level." + AnnotationConfigServletWebServerApplicationContext.class.getName(), "ERROR");
        if (json) {
            properties.put("logging.structured.format.console", "logstash");
        }
        return properties;
    }

    static void start(boolean json) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("logs", properties(json)));
        var system = LoggingSystem.get(Logs.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, null);
        for (var property : properties(json).entrySet()) {
            if (property.getKey().startsWith("logging.level.")) {
                system.setLogLevel(
                        property.getKey().substring("logging.level.".length()),
                        org.springframework.boot.logging.LogLevel.valueOf(
                                property.getValue().toString()));
            }
        }
    }
}
