package org.aigovernancehub.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Takes one answer after the other from the bytes of a connection, in whatever pieces they come. The JDK's client costs as much CPU a
 * request as the hub does, and the two share the cores here; this one reads no more of a head than it has to.
 */
final class AnswerReader {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int NO_CONTENT = 204;
    private static final int HEXADECIMAL = 16;

    private final Consumer<ByteBuffer> body;
    private byte[] line = new byte[256];
    private int lineLength;
    private Part part = Part.STATUS;
    private int status;
    private long left;
    private boolean known;
    private boolean chunked;
    private boolean closing;

    private enum Part {
        STATUS,
        FIELDS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    /** @param body is given the body, piece by piece; what it leaves of one is lost */
    AnswerReader(Consumer<ByteBuffer> body) {
        this.body = body;
    }

    /** Returns the status of the last answer. */
    int status() {
        return status;
    }

    /** Tells whether the connection is closed after the last answer. */
    boolean isClosing() {
        return closing;
    }

    /**
     * Takes what there is.
     *
     * @return whether an answer is complete; what comes after it is left in the buffer
     */
    boolean take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            boolean complete =
                    switch (part) {
                        case BODY, CHUNK -> pass(bytes);
                        case STATUS, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILER -> collect(bytes) && line();
                    };
            if (complete) {
                part = Part.STATUS;
                return true;
            }
        }
        return false;
    }

    private boolean pass(ByteBuffer bytes) {
        int length = (int) Math.min(left, bytes.remaining());
        int end = bytes.position() + length;
        int limit = bytes.limit();
        body.accept(bytes.limit(end));
        bytes.limit(limit).position(end);
        left -= length;
        if (left > 0) {
            return false;
        }
        boolean isWhole = part == Part.BODY;
        part = Part.CHUNK_END;
        return isWhole;
    }

    /** Adds to the present line; tells whether it has come to its end. */
    private boolean collect(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                if (lineLength == line.length) {
                    line = Arrays.copyOf(line, 2 * line.length);
                }
                line[lineLength++] = next;
            }
        }
        return false;
    }

    /** Deals with a whole line; tells whether the answer ends with it. */
    private boolean line() {
        int length = lineLength;
        lineLength = 0;
        switch (part) {
            case STATUS -> {
                status = number(STATUS_AT, STATUS_AT + 3, 10);
                known = status == NO_CONTENT;
                left = 0;
                chunked = false;
                closing = false;
                part = Part.FIELDS;
            }
            case FIELDS -> {
                if (length == 0) {
                    return endOfHead();
                }
                field(length);
            }
            case CHUNK_SIZE -> {
                left = number(0, length, HEXADECIMAL);
                part = left == 0 ? Part.TRAILER : Part.CHUNK;
            }
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            case TRAILER -> {
                return length == 0;
            }
            case BODY, CHUNK -> throw new IllegalStateException(part.name());
        }
        return false;
    }

    private void field(int length) {
        if (begins(LENGTH, length)) {
            left = number(LENGTH.length, length, 10);
            known = true;
        } else if (begins(CHUNKED, length)) {
            chunked = true;
        } else if (begins(CLOSE, length)) {
            closing = true;
        }
    }

    private boolean endOfHead() {
        if (chunked) {
            part = Part.CHUNK_SIZE;
            return false;
        }
        if (!known) {
            throw new IllegalStateException("an answer without a length, of status " + status);
        }
        part = Part.BODY;
        return left == 0;
    }

    private boolean begins(byte[] lowerCase, int length) {
        if (length < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            if (Character.toLowerCase(line[i]) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to, int radix) {
        return Integer.parseInt(new String(line, from, to - from, StandardCharsets.US_ASCII).strip(), radix);
    }
}
