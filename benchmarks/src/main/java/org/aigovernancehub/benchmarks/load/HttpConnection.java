package org.aigovernancehub.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection that is kept and does one request after the other. The JDK's client costs as much CPU a request as the hub does, and
 * generator and hub share two cores here; this one reads the status and counts the bytes of the body.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    /** An export has gigabytes. */
    private static final int KEPT = 1024 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private byte[] body = new byte[16 * 1024];
    private int bodyLength;
    private long linesNotKept;
    private boolean ended;

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
        linesNotKept = 0;
        var head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        var lower = head.toLowerCase(Locale.ROOT);
        ended = lower.contains("\r\nconnection: close");
        if (lower.contains("\r\ntransfer-encoding: chunked")) {
            chunks();
        } else if (status != 204) {
            int at = lower.indexOf("\r\ncontent-length:");
            if (at < 0) {
                throw new IOException("an answer without a length: " + head);
            }
            int from = at + "\r\ncontent-length:".length();
            take(Integer.parseInt(
                    lower.substring(from, lower.indexOf("\r\n", from)).strip()));
        }
        return status;
    }

    /** Returns the body of the last answer, the first MiB of it if it is longer. */
    public String body() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    /** Returns how many lines the body of the last answer had. */
    public long lines() {
        return lines(body, 0, bodyLength) + linesNotKept;
    }

    /** Tells whether the hub closes the connection after the last answer, as it does after 503. */
    boolean isEnded() {
        return ended;
    }

    private String head() throws IOException {
        int searched = start;
        while (true) {
            for (int i = searched; i + 3 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    // With the line end that the last field needs to be found by.
                    var head = new String(buffer, start, i + 2 - start, StandardCharsets.ISO_8859_1);
                    start = i + 4;
                    return head;
                }
            }
            int from = Math.max(start, end - 3) - start;
            fill();
            searched = start + from;
        }
    }

    private void chunks() throws IOException {
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            if (size == 0) {
                line();
                return;
            }
            take(size);
            line();
        }
    }

    private String line() throws IOException {
        while (true) {
            for (int i = start; i + 1 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                    var line = new String(buffer, start, i - start, StandardCharsets.ISO_8859_1);
                    start = i + 2;
                    return line;
                }
            }
            fill();
        }
    }

    private void take(int length) throws IOException {
        int left = length;
        while (left > 0) {
            if (start == end) {
                fill();
            }
            int part = Math.min(left, end - start);
            keep(part);
            start += part;
            left -= part;
        }
    }

    private void keep(int part) {
        int kept = Math.min(part, KEPT - bodyLength);
        if (bodyLength + kept > body.length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + kept, 2 * body.length));
        }
        System.arraycopy(buffer, start, body, bodyLength, kept);
        bodyLength += kept;
        linesNotKept += lines(buffer, start + kept, start + part);
    }

    private static long lines(byte[] bytes, int from, int to) {
        long lines = 0;
        for (int i = from; i < to; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void fill() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("the hub closed the connection");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
