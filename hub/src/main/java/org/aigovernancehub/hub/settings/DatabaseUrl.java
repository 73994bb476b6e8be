package org.aigovernancehub.hub.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and who logs in: {@code postgresql://user:password@host:port/db?sslmode=...} or the {@code jdbc:} form.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable Secret password) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<user>.*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");
    private static final int DEFAULT_PORT = 5432;
    private static final int HIGHEST_PORT = 65_535;

    /** Reads either form; the variable's name goes into the sentence if it is wrong. */
    public static DatabaseUrl parse(String variable, String value) {
        var plain = value.startsWith("jdbc:") ? value.substring("jdbc:".length()) : value;
        URI uri;
        try {
            uri = new URI(plain.replaceFirst("^postgres://", "postgresql://"));
        } catch (URISyntaxException e) {
            throw wrong(variable);
        }
        // Java's own idea of a host excludes underscores, which the names of containers have.
        var authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!"postgresql".equals(uri.getScheme())
                || !authority.matches()
                || path(uri).isEmpty()) {
            throw wrong(variable);
        }
        int port = authority.group("port") == null ? DEFAULT_PORT : Integer.parseInt(authority.group("port"));
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(variable);
        }
        var parameters = parameters(uri);
        var userInfo = authority.group("user");
        var user = userInfo == null ? parameters.get("user") : decoded(userInfo.split(":", 2)[0]);
        var password = userInfo == null || !userInfo.contains(":")
                ? parameters.get("password")
                : decoded(userInfo.split(":", 2)[1]);
        var query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("user")
                        && !parameter.getKey().equals("password"))
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var jdbcUrl = "jdbc:postgresql://%s:%d/%s%s"
                .formatted(authority.group("host"), port, path(uri), query.isEmpty() ? "" : "?" + query);
        return new DatabaseUrl(jdbcUrl, user, password == null ? null : new Secret(password));
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
    }

    private static Map<String, String> parameters(URI uri) {
        if (uri.getRawQuery() == null) {
            return Map.of();
        }
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0].toLowerCase(Locale.ROOT).equals("user") ? "user" : parts[0],
                        parts -> parts.length == 2 ? decoded(parts[1]) : "",
                        (first, _) -> first,
                        java.util.TreeMap::new));
    }

    private static String decoded(String text) {
        // A plus is a plus here, not a blank.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static InvalidSettings wrong(String variable) {
        return new InvalidSettings(
                "%s must look like postgresql://user:password@host:port/database, or the same with jdbc: in front."
                        .formatted(variable));
    }
}
