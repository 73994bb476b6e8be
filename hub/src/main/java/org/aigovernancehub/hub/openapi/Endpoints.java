package org.aigovernancehub.hub.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds every call of the HTTP interface, also those that hubs of another role serve: the document is of the whole, whichever hub is asked.
 * Controllers are looked at as classes and never made.
 */
final class Endpoints {
    private static final String OURS = "org.aigovernancehub";

    private Endpoints() {}

    static List<Endpoint> all() {
        try (var context = new GenericApplicationContext()) {
            context.setClassLoader(Endpoints.class.getClassLoader());
            controllers().forEach(controller -> {
                controller.setLazyInit(true);
                context.registerBeanDefinition(Objects.requireNonNull(controller.getBeanClassName()), controller);
            });
            context.refresh();
            var mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.setEmbeddedValueResolver(new EmbeddedValueResolver(context.getBeanFactory()));
            mapping.afterPropertiesSet();
            return endpoints(mapping.getHandlerMethods());
        }
    }

    private static List<AnnotatedBeanDefinition> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents(OURS).stream()
                .map(AnnotatedBeanDefinition.class::cast)
                .toList();
    }

    private static List<Endpoint> endpoints(Map<RequestMappingInfo, HandlerMethod> handlers) {
        var endpoints = new ArrayList<Endpoint>();
        handlers.forEach((mapping, handler) -> {
            if (!isHidden(handler)) {
                for (var path : new TreeSet<>(mapping.getPatternValues())) {
                    for (var method : mapping.getMethodsCondition().getMethods()) {
                        endpoints.add(new Endpoint(
                                method,
                                path,
                                handler.getMethod(),
                                mapping.getConsumesCondition().getConsumableMediaTypes(),
                                mapping.getProducesCondition().getProducibleMediaTypes()));
                    }
                }
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        return endpoints;
    }

    private static boolean isHidden(HandlerMethod handler) {
        var operation = handler.getMethodAnnotation(Operation.class);
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Hidden.class)
                || (operation != null && operation.hidden());
    }
}
