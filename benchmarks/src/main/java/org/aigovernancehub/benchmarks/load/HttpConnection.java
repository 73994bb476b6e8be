package org.aigovernancehub.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One connection that is kept, does one request after the other, waits for each answer and has the body of the last. */
public final class HttpConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    /** An export has gigabytes. */
    private static final int KEPT = 1024 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024).limit(0);
    private final AnswerReader reader = new AnswerReader(this::keep);
    private byte[] body = new byte[16 * 1024];
    private int bodyLength;
    private long lines;

    public HttpConnection(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a request, reads its whole answer, and returns the status. */
    public int send(HttpRequest request) throws IOException {
        out.write(request.bytes());
        bodyLength = 0;
        lines = 0;
        while (!reader.take(bytes)) {
            int read = in.read(bytes.array());
            if (read < 0) {
                throw new EOFException("the hub closed the connection");
            }
            bytes.clear().limit(read);
        }
        return reader.status();
    }

    /** Returns the body of the last answer, the first MiB of it if it is longer. */
    public String body() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    /** Returns how many lines the body of the last answer had. */
    public long lines() {
        return lines;
    }

    private void keep(ByteBuffer part) {
        for (int i = part.position(); i < part.limit(); i++) {
            lines += part.get(i) == '\n' ? 1 : 0;
        }
        int kept = Math.min(part.remaining(), KEPT - bodyLength);
        if (bodyLength + kept > body.length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + kept, 2 * body.length));
        }
        part.get(body, bodyLength, kept);
        bodyLength += kept;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
