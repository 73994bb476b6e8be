package org.aigovernancehub.reliability.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.aigovernancehub.reliability.fleet.TcpProxy.Weather;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network is as bad as it is told to be: against a server that answers each byte with the same. */
class TcpProxyTest {
    private static final int A_MOMENT_MILLIS = 300;
    private static final int LONG_MILLIS = 10_000;

    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> echo(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
        proxy = new TcpProxy(server.getLocalPort());
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // As servers do: that connection is over.
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(LONG_MILLIS);
        socket.getOutputStream().write(1);
        return socket;
    }

    @Test
    void inFairWeatherEverythingPasses() throws IOException {
        try (var socket = connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void aResetEndsWhatIsOpenAndWhatComes() throws IOException {
        try (var socket = connect()) {
            socket.getInputStream().read();
            proxy.become(Weather.RESET, Duration.ZERO);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> connect().getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aBlackHoleGivesBackWhatWasSentWhenItIsOver() throws IOException {
        try (var socket = connect()) {
            socket.getInputStream().read();
            proxy.become(Weather.BLACK_HOLE, Duration.ZERO);
            socket.getOutputStream().write(2);
            socket.setSoTimeout(A_MOMENT_MILLIS);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.become(Weather.FAIR, Duration.ZERO);

            socket.setSoTimeout(LONG_MILLIS);
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void aForgottenConnectionIsSilentForEverWhileNewOnesPass() throws IOException {
        try (var forgotten = connect()) {
            forgotten.getInputStream().read();
            proxy.become(Weather.HALF_OPEN, Duration.ZERO);
            proxy.become(Weather.FAIR, Duration.ZERO);
            forgotten.getOutputStream().write(2);
            forgotten.setSoTimeout(A_MOMENT_MILLIS);

            assertThatThrownBy(() -> forgotten.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            try (var fresh = connect()) {
                assertThat(fresh.getInputStream().read()).isEqualTo(1);
            }
        }
    }
}
