package org.aigovernancehub.reliability.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The network between one hub and its PostgreSQL, which can be made as bad as networks are. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int BACKLOG = 256;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SLOW_BYTES_PER_SECOND = 40_000;

    private final int targetPort;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = Weather.FAIR;
    private volatile Duration delay = Duration.ZERO;

    /** How bad it is. */
    public enum Weather {
        /** Everything passes. */
        FAIR,
        /** Everything passes late. */
        DELAY,
        /** Every connection ends with a reset, those that come as well. */
        RESET,
        /** What was open goes silent for ever, as when a firewall forgets it; what comes passes. */
        HALF_OPEN,
        /** Nothing passes, and nobody is told; what was sent arrives when it is over. */
        BLACK_HOLE,
        /** Very little passes. */
        THROTTLE
    }

    public TcpProxy(int targetPort) {
        this.targetPort = targetPort;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("proxy-" + port()).start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections pass through it now. */
    public int connections() {
        links.removeIf(Link::isOver);
        return links.size();
    }

    public void become(Weather next, Duration lateness) {
        delay = lateness;
        weather = next;
        switch (next) {
            case RESET -> links.forEach(Link::reset);
            case HALF_OPEN -> links.forEach(Link::forget);
            case FAIR, DELAY, BLACK_HOLE, THROTTLE -> {}
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                if (weather == Weather.RESET) {
                    reset(client);
                } else {
                    Thread.ofVirtual().start(() -> connect(client));
                }
            } catch (IOException e) {
                // Closed, or the next one may come.
            }
        }
    }

    private void connect(Socket client) {
        try {
            await(Weather.BLACK_HOLE);
            var server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var link = new Link(client, server);
            links.add(link);
            Thread.ofVirtual().start(() -> link.pump(client, server));
            link.pump(server, client);
        } catch (IOException e) {
            reset(client);
        }
    }

    private void await(Weather bad) {
        while (weather == bad && !listener.isClosed()) {
            sleep(5);
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** One connection through the proxy. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean forgotten;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to) {
            var buffer = new byte[BUFFER];
            try (InputStream in = from.getInputStream()) {
                int read = in.read(buffer);
                while (read >= 0) {
                    pass(read);
                    if (!forgotten) {
                        to.getOutputStream().write(buffer, 0, read);
                    }
                    read = in.read(buffer);
                }
                end(from);
            } catch (IOException e) {
                end(from);
            }
        }

        private void pass(int bytes) {
            switch (weather) {
                case DELAY -> sleep(delay.toMillis());
                case THROTTLE -> sleep(1_000L * bytes / SLOW_BYTES_PER_SECOND);
                case FAIR, RESET, HALF_OPEN -> {}
                case BLACK_HOLE -> await(Weather.BLACK_HOLE);
            }
        }

        /** Passes on that one side has ended; but of a forgotten connection nobody tells the other side. */
        private void end(Socket side) {
            if (forgotten && side == server) {
                return;
            }
            close(client);
            close(server);
        }

        void reset() {
            TcpProxy.reset(client);
            TcpProxy.reset(server);
        }

        /** The server side stays open without a word as well: it finds out by its own timeouts. */
        void forget() {
            forgotten = true;
        }

        boolean isOver() {
            return client.isClosed();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (SocketException e) {
            // It is closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::reset);
    }
}
