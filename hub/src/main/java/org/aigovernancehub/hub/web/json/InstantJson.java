package org.aigovernancehub.hub.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Times after RFC 3339: read with any offset, written in UTC with six digits of the second, always. */
public final class InstantJson {
    private static final int MICROS = 6;
    private static final int LAST_YEAR = 9_999;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, MICROS, MICROS, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantJson() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /**
     * Reads a time with its offset.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant parse(String text) {
        var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("RFC 3339 has the years 0000 to 9999");
        }
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static final class Writer extends StdSerializer<Instant> {
        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(format(value));
        }
    }

    static final class Reader extends StdDeserializer<Instant> {
        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            var text = parser.getString();
            try {
                return parse(text);
            } catch (DateTimeException _) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "no time after RFC 3339");
            }
        }
    }
}
