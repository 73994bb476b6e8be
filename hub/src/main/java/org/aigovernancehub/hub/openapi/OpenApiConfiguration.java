package org.aigovernancehub.hub.openapi;

import org.aigovernancehub.hub.web.page.HubVersion;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our document in the place of springdoc's, which sees bodies as Jackson 2 would write them. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenApiCustomizer document(HubVersion version) {
        var document = new Document(version.value());
        return document::fill;
    }
}
