package org.aigovernancehub.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are told apart wherever the network cuts them. */
class AnswerReaderTest {
    private static final String ANSWERS = """
            HTTP/1.1 200\r
            content-length: 5\r
            \r
            hello\
            HTTP/1.1 204 No Content\r
            ETag: "1"\r
            \r
            HTTP/1.1 200\r
            Transfer-Encoding: chunked\r
            \r
            6\r
             wide \r
            a\r
            world, and\r
            0\r
            \r
            HTTP/1.1 503 Service Unavailable\r
            Connection: close\r
            Content-Length: 0\r
            \r
            """;

    private final StringBuilder body = new StringBuilder();
    private final AnswerReader reader =
            new AnswerReader(part -> body.append(StandardCharsets.UTF_8.decode(part.duplicate())));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 64, 4096})
    void whateverThePieces(int size) {
        var seen = new StringBuilder();
        var bytes = ANSWERS.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += size) {
            var piece = ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from));
            while (reader.take(piece)) {
                seen.append(reader.status()).append(reader.isClosing() ? " closing " : " ");
            }
        }
        assertThat(seen).hasToString("200 204 200 503 closing ");
        assertThat(body).hasToString("hello wide world, and");
    }

    @Test
    void anAnswerWhoseEndNobodyKnowsIsNone() {
        var bytes = ByteBuffer.wrap("HTTP/1.1 200\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> reader.take(bytes)).hasMessageContaining("without a length");
    }
}
