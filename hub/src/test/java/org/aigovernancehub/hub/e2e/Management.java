package org.aigovernancehub.hub.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A hub's management port, where monitoring looks. */
record Management(int port) {

    /** A free port for one. */
    static Management free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Management(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of a hub with this port. */
    Map<String, String> in(Map<String, String> environment) {
        var more = new HashMap<>(environment);
        more.put("HUB_MANAGEMENT_PORT", Integer.toString(port));
        return more;
    }

    Api.Answer get(String path) {
        var base = URI.create("http://127.0.0.1:" + port);
        return Api.of(base).get(base + "/actuator" + path);
    }
}
