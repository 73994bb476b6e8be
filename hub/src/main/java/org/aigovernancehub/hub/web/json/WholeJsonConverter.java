package org.aigovernancehub.hub.web.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer when all of it is known: with its length instead of in chunks, which is one packet instead of two, and a value that
 * cannot be written leaves no half of an answer behind. Lists and exports, which may be long, do not come by here.
 */
public final class WholeJsonConverter extends JacksonJsonHttpMessageConverter {

    public WholeJsonConverter(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    protected void writeInternal(
            Object value, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var whole = new Whole(message.getHeaders(), new FastByteArrayOutputStream());
        super.writeInternal(value, type, whole, hints);
        message.getHeaders().setContentLength(whole.body().size());
        whole.body().writeTo(message.getBody());
    }

    private record Whole(HttpHeaders headers, FastByteArrayOutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
