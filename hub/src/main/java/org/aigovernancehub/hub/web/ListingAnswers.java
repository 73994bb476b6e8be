package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.ListingWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Lets controllers answer with a list that is still to be read, so that it can be written while it is. */
final class ListingAnswers implements HandlerMethodReturnValueHandler {
    private final ObjectProvider<ListingWriter> writers;

    private ListingAnswers(ObjectProvider<ListingWriter> writers) {
        this.writers = writers;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Listing.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest webRequest)
            throws IOException {
        container.setRequestHandled(true);
        writers.getObject()
                .write(
                        (Listing<?>) Objects.requireNonNull(value),
                        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)),
                        Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class)));
    }

    /** Puts it in front of Spring's own, which would take every answer of a REST controller for a body. */
    static final class Installer implements BeanPostProcessor {
        private final ObjectProvider<ListingWriter> writers;

        Installer(ObjectProvider<ListingWriter> writers) {
            this.writers = writers;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            if (bean instanceof RequestMappingHandlerAdapter adapter) {
                var handlers = new ArrayList<HandlerMethodReturnValueHandler>();
                handlers.add(new ListingAnswers(writers));
                handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
                adapter.setReturnValueHandlers(handlers);
            }
            return bean;
        }
    }
}
