package org.aigovernancehub.hub.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What people read in the document beside summaries: the meaning of members, which is the same wherever a name occurs. */
final class Texts {
    private static final String FILE = "/openapi/descriptions.properties";

    private final Properties texts = new Properties();

    Texts() {
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String schema(String name) {
        return texts.getProperty("schema." + name);
    }

    @Nullable
    String tag(String name) {
        return texts.getProperty("tag." + name.replace(' ', '-'));
    }

    /** Returns the meaning of a member of a schema; that of every member of this name, where the schema has none of its own. */
    @Nullable
    String member(String schema, String name) {
        var own = texts.getProperty(schema + "." + name);
        return own == null ? texts.getProperty(name) : own;
    }

    @Nullable
    String parameter(String name) {
        return member("parameter", name);
    }
}
