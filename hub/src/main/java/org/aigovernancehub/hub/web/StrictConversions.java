package org.aigovernancehub.hub.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Lets a failed conversion be the last word. Spring would go on to its older property editors, which take {@code on} for true and Java
 * names for enumerations.
 */
final class StrictConversions implements ConversionService {
    private final ConversionService conversions;

    private StrictConversions(ConversionService conversions) {
        this.conversions = conversions;
    }

    @Override
    public boolean canConvert(@Nullable Class<?> sourceType, Class<?> targetType) {
        return conversions.canConvert(sourceType, targetType);
    }

    @Override
    public boolean canConvert(@Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
        return conversions.canConvert(sourceType, targetType);
    }

    @Override
    public <T> @Nullable T convert(@Nullable Object source, Class<T> targetType) {
        try {
            return conversions.convert(source, targetType);
        } catch (ConversionFailedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public @Nullable Object convert(
            @Nullable Object source, @Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
        try {
            return conversions.convert(source, sourceType, targetType);
        } catch (ConversionFailedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Puts it between handlers and the converters that are registered. */
    static final class Installer implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            if (bean instanceof RequestMappingHandlerAdapter adapter
                    && adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer binding) {
                var conversions = binding.getConversionService();
                if (conversions != null) {
                    binding.setConversionService(new StrictConversions(conversions));
                }
            }
            return bean;
        }
    }
}
