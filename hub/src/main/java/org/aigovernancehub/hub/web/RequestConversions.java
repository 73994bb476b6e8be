package org.aigovernancehub.hub.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.hub.web.json.InstantJson;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/**
 * Reads parameters of paths and queries as strictly as bodies: Spring would take {@code 0x10} for a number and {@code on} for true.
 */
final class RequestConversions {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private RequestConversions() {}

    static void register(FormatterRegistry registry) {
        registry.addConverter(String.class, Long.class, text -> Long.valueOf(whole(text)));
        registry.addConverter(String.class, Integer.class, text -> Integer.valueOf(whole(text)));
        registry.addConverter(String.class, Boolean.class, RequestConversions::truth);
        registry.addConverter(String.class, Instant.class, RequestConversions::instant);
        registry.addConverterFactory(new Enumerations());
    }

    private static String whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return text;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** A date alone is its first moment in UTC. */
    private static Instant instant(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : InstantJson.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** By the names on the wire, not by those in Java. */
    private static final class Enumerations implements ConverterFactory<String, Wire> {

        @Override
        public <T extends Wire> Converter<String, T> getConverter(Class<T> type) {
            return text -> Arrays.stream(Objects.requireNonNull(type.getEnumConstants(), "not an enumeration"))
                    .filter(constant -> constant.wire().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not one of them"));
        }
    }
}
