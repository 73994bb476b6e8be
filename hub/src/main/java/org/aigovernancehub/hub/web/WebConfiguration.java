package org.aigovernancehub.hub.web;

import java.util.List;
import java.util.Locale;
import org.aigovernancehub.command.web.CallerSource;
import org.aigovernancehub.command.web.CommandCallResolver;
import org.aigovernancehub.hub.web.json.HubJson;
import org.aigovernancehub.hub.web.json.WholeJsonConverter;
import org.aigovernancehub.query.listing.ListingWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What every handler can rely on. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<CallerSource> callers;

    WebConfiguration(ObjectProvider<CallerSource> callers) {
        this.callers = callers;
    }

    @Bean
    static JsonMapper jsonMapper() {
        return HubJson.mapper();
    }

    @Bean
    static StrictConversions.Installer strictConversions() {
        return new StrictConversions.Installer();
    }

    /** Only hubs that answer reads have lists. */
    @Bean
    static ListingAnswers.Installer listingAnswers(ObjectProvider<ListingWriter> listings) {
        return new ListingAnswers.Installer(listings);
    }

    @Bean
    static WebMvcRegistrations handlersByPath() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new HandlersByPath();
            }
        };
    }

    /** Problems are in English, whatever the browser prefers. */
    @Bean
    static LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new WholeJsonConverter(HubJson.mapper()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        RequestConversions.register(registry);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters()).excludePathPatterns("/error", "/docs/**", "/swagger-ui/**");
        registry.addInterceptor(new AcceptedAnswers()).excludePathPatterns("/error");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        // Security brings it; a slice of the application may go without.
        callers.ifAvailable(source -> {
            resolvers.add(new CommandCallResolver(source));
            resolvers.add(new CallerResolver(source));
            resolvers.add(new ReadCallResolver(source));
        });
    }
}
