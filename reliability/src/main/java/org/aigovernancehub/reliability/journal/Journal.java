package org.aigovernancehub.reliability.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aigovernancehub.hub.e2e.Api;

/** The clients' own memory: a file with a line for each request before it is sent and for each definite answer, each on disk before the next step. */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    public Journal(Path file) {
        this.file = file;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says, by key, in the order of asking. */
    public record Contents(Map<String, Asked> asked, Map<String, Answered> answered) {}

    public void asked(Asked request) {
        write("asked", request);
    }

    public void answered(Answered answer) {
        write("answered", answer);
    }

    private void write(String kind, Object value) {
        var line = Api.JSON.writeValueAsString(Map.of(kind, value)) + "\n";
        try {
            synchronized (this) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            }
            // Outside of the lock: several lines may reach the disk together.
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it back from the file. */
    public Contents read() {
        var contents = new Contents(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                var value = Api.JSON.readTree(line);
                if (value.has("asked")) {
                    var asked = Api.JSON.treeToValue(value.path("asked"), Asked.class);
                    contents.asked().put(asked.key(), asked);
                } else {
                    var answered = Api.JSON.treeToValue(value.path("answered"), Answered.class);
                    contents.answered().put(answered.key(), answered);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
