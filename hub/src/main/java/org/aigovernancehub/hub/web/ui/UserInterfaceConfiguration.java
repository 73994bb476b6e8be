package org.aigovernancehub.hub.web.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Serves the web interface, on hubs of every role. */
@Configuration(proxyBeanMethods = false)
class UserInterfaceConfiguration {
    private static final String PAGE = "index.html";

    /** Their names have hashes of their contents in them. */
    private static final String ASSETS = "assets/";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Files whose names stay while their contents change. */
    @Bean
    ResourceHttpRequestHandler userInterfaceFiles() {
        return files(CacheControl.noCache());
    }

    @Bean
    ResourceHttpRequestHandler userInterfaceAssets() {
        return files(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
    }

    @Bean
    HandlerMapping userInterface(
            ResourceHttpRequestHandler userInterfaceFiles, ResourceHttpRequestHandler userInterfaceAssets) {
        return new Mapping(userInterfaceFiles, userInterfaceAssets);
    }

    private static ResourceHttpRequestHandler files(CacheControl cacheControl) {
        var handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(new ClassPathResource("static/")));
        handler.setCacheControl(cacheControl);
        // In the jar each file has the same time, in every version.
        handler.setUseLastModified(false);
        handler.setEtagGenerator(UserInterfaceConfiguration::etag);
        return handler;
    }

    /** Weak: files with a strong one are not compressed. */
    private static String etag(Resource file) {
        try (var content = file.getInputStream()) {
            return "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comes before all others, since the welcome would answer what takes anything beside HTML. */
    private static final class Mapping extends AbstractHandlerMapping {
        private static final HandlerInterceptor VARIES = new HandlerInterceptor() {
            @Override
            public boolean preHandle(
                    HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response, Object handler) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
                return true;
            }
        };

        private final ResourceHttpRequestHandler files;
        private final ResourceHttpRequestHandler assets;

        Mapping(ResourceHttpRequestHandler files, ResourceHttpRequestHandler assets) {
            this.files = files;
            this.assets = assets;
            setOrder(Ordered.HIGHEST_PRECEDENCE);
            setInterceptors(VARIES);
        }

        @Override
        protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
            return switch (UserInterfaceRequests.kind(request)) {
                case PAGE -> handler(request, PAGE);
                case FILE ->
                    handler(request, UserInterfaceRequests.path(request).substring(1));
                case NOTHING -> null;
            };
        }

        private Object handler(HttpServletRequest request, String file) {
            request.setAttribute(PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, file);
            request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, "/**");
            return file.startsWith(ASSETS) ? assets : files;
        }
    }
}
