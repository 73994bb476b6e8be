package org.aigovernancehub.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire, made before its time is taken.
 *
 * @param bytes head and body
 */
public record HttpRequest(byte[] bytes) {
    /** Asks for what a path answers. */
    public static HttpRequest get(String path, String token) {
        return get(path, token, "");
    }

    /** @param more header fields, each with its line end */
    public static HttpRequest get(String path, String token, String more) {
        return new HttpRequest(head("GET", path, token, more).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends JSON. */
    public static HttpRequest of(String method, String path, String token, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = head(
                        method,
                        path,
                        token,
                        "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length))
                .getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return new HttpRequest(all);
    }

    private static String head(String method, String path, String token, String more) {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + more + "\r\n";
    }
}
