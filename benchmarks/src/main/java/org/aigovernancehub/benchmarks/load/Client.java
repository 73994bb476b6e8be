package org.aigovernancehub.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of a {@link Load}: sends its requests when they are due, and keeps nothing of an answer but its status. */
final class Client implements AutoCloseable {
    /** What is never due. */
    static final long NEVER = Long.MAX_VALUE;

    private final int port;
    private final Selector selector;
    private final int connection;
    private final Load.Source source;
    private final Load.Pace pace;
    private SocketChannel channel;
    private final AnswerReader reader = new AnswerReader(_ -> {});
    private long requests;
    private long due;
    private boolean waiting;

    Client(int port, Selector selector, int connection, Load.Source source, Load.Pace pace) throws IOException {
        this.port = port;
        this.selector = selector;
        this.connection = connection;
        this.source = source;
        this.pace = pace;
        channel = open();
    }

    private SocketChannel open() throws IOException {
        var opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Tells whether an answer is still to come. */
    boolean isWaiting() {
        return waiting;
    }

    /** When the request was due that is being answered, or was answered last. */
    long due() {
        return due;
    }

    /** Sends the next request if it is due by now; else returns when it will be, or {@link #NEVER}. */
    long sendIfDue(long now) throws IOException {
        long next = pace.due(connection, requests, now);
        if (next > now) {
            return next;
        }
        var bytes = ByteBuffer.wrap(source.next(connection, requests).bytes());
        due = pace.isFixed() ? next : System.nanoTime();
        while (bytes.hasRemaining()) {
            // A request is small, and nothing is on its way before it: all of it fits.
            channel.write(bytes);
        }
        requests++;
        waiting = true;
        return NEVER;
    }

    /** Reads what has come; returns the status of the answer if that is complete, and 0 if not. */
    int receive(ByteBuffer buffer) throws IOException {
        if (channel.read(buffer.clear()) < 0) {
            throw new EOFException("the hub closed the connection");
        }
        if (!reader.take(buffer.flip())) {
            return 0;
        }
        waiting = false;
        int status = reader.status();
        if (reader.isClosing()) {
            // As the hub does after 503.
            channel.close();
            channel = open();
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
