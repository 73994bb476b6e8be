package org.aigovernancehub.hub.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.command.report.ReportLimits;
import org.jspecify.annotations.Nullable;

/** Reads {@link HubSettings} from environment variables. A wrong value throws one sentence that names its variable. */
public final class SettingsReader {
    private static final int SECRET_KEY_LENGTH = 32;
    private static final int PASSWORD_MIN = 8;
    private static final int PASSWORD_MAX = 128;
    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_PORT = 8000;
    private static final int DEFAULT_DATABASE_WAIT = 60;
    private static final int LONGEST_DATABASE_WAIT = 3_600;
    private static final int LONGEST_SHUTDOWN_DELAY = 60;
    private static final String EXAMPLE = "change-me";

    /** An address of IPv4 or IPv6, or a network of them; {@link #network} looks closer. */
    private static final Pattern NETWORK = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    private static final String OIDC_PREFIX = "HUB_OIDC_ISSUERS_";
    private static final Set<String> OIDC_PARTS =
            Set.of("ISSUER", "AUDIENCE", "ROLE_CLAIM", "ORGANIZATION_CLAIM", "USERNAME_CLAIM", "JWK_SET_URI");
    private static final Set<String> KNOWN = Set.of(
            "HUB_MIGRATION_URL",
            "HUB_PORT",
            "HUB_DATA_DIR",
            "HUB_ROLE",
            "HUB_ADMIN_PASSWORD",
            "HUB_MANAGEMENT_PORT",
            "HUB_LOG_FORMAT",
            "HUB_CORS_ORIGINS",
            "HUB_DEMO",
            "HUB_SELF_REGISTRATION_ORGANIZATION",
            "HUB_TRUSTED_PROXIES",
            "HUB_DATABASE_WAIT",
            "HUB_SHUTDOWN_DELAY",
            "HUB_REPORTS_AT_ONCE",
            "HUB_REPORT_SECONDS",
            "HUB_REPORT_PAGES");

    private final Map<String, String> environment;

    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** @throws InvalidSettings with the first thing that is wrong */
    public HubSettings read() {
        var database = url("DATABASE_URL");
        var role = role();
        if (database == null && role != HubRole.ALL) {
            throw new InvalidSettings("HUB_ROLE=%s needs a DATABASE_URL: the embedded database serves one hub only."
                    .formatted(role.wire()));
        }
        return new HubSettings(
                database,
                url("HUB_MIGRATION_URL"),
                secretKey(database != null),
                port("HUB_PORT", DEFAULT_PORT),
                Path.of(text("HUB_DATA_DIR", "./data")).toAbsolutePath().normalize(),
                role,
                adminPassword(database != null && role.commands()),
                managementPort(),
                jsonLogs(),
                corsOrigins(database == null),
                demonstration(role),
                optional("HUB_SELF_REGISTRATION_ORGANIZATION"),
                oidcIssuers(),
                trustedProxies(),
                seconds("HUB_DATABASE_WAIT", DEFAULT_DATABASE_WAIT, LONGEST_DATABASE_WAIT),
                seconds("HUB_SHUTDOWN_DELAY", 0, LONGEST_SHUTDOWN_DELAY),
                reports());
    }

    /** Names variables that begin like ours and that nobody reads; a misspelt one would otherwise go unnoticed. */
    public Set<String> unknownVariables() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("HUB_") && !KNOWN.contains(name) && !isOidc(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOidc(String name) {
        var parts = name.startsWith(OIDC_PREFIX)
                ? name.substring(OIDC_PREFIX.length()).split("_", 2)
                : new String[0];
        return parts.length == 2 && parts[0].matches("[0-9]{1,2}") && OIDC_PARTS.contains(parts[1]);
    }

    private @Nullable String optional(String variable) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String text(String variable, String otherwise) {
        var value = optional(variable);
        return value == null ? otherwise : value;
    }

    private @Nullable DatabaseUrl url(String variable) {
        var value = optional(variable);
        if (value == null) {
            return null;
        }
        var url = DatabaseUrl.parse(variable, value);
        if (url.password() != null && url.password().value().contains(EXAMPLE)) {
            throw new InvalidSettings(
                    "%s still has the example's password; give the login one of your own.".formatted(variable));
        }
        return url;
    }

    private Duration seconds(String variable, int otherwise, int most) {
        var value = optional(variable);
        if (value == null) {
            return Duration.ofSeconds(otherwise);
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > most) {
            throw new InvalidSettings(
                    "%s must be a number of seconds from 0 to %d, not '%s'.".formatted(variable, most, value));
        }
        return Duration.ofSeconds(Integer.parseInt(value));
    }

    private List<String> trustedProxies() {
        return Arrays.stream(text("HUB_TRUSTED_PROXIES", "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(SettingsReader::network)
                .toList();
    }

    /** Names are not looked up: what is trusted must not change with what a name server says. */
    private static String network(String value) {
        var parts = NETWORK.matcher(value);
        try {
            if (parts.matches()) {
                int bits = java.net.InetAddress.ofLiteral(parts.group(1)).getAddress().length * Byte.SIZE;
                if (parts.group(2) == null || Integer.parseInt(parts.group(2)) <= bits) {
                    return parts.group(2) == null ? value + "/" + bits : value;
                }
            }
        } catch (IllegalArgumentException e) {
            // Said below, in our own words.
        }
        throw new InvalidSettings(
                "HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not '%s'."
                        .formatted(value));
    }

    private int port(String variable, int otherwise) {
        var value = optional(variable);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new InvalidSettings("%s must be a port from 1 to 65535, not '%s'.".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }

    /** Its endpoints need no token, so that they must not be where the API is. */
    private @Nullable Integer managementPort() {
        if (optional("HUB_MANAGEMENT_PORT") == null) {
            return null;
        }
        int port = port("HUB_MANAGEMENT_PORT", 0);
        if (port == port("HUB_PORT", DEFAULT_PORT)) {
            throw new InvalidSettings("HUB_MANAGEMENT_PORT must be another port than HUB_PORT: it asks for no token.");
        }
        return port;
    }

    private ReportLimits reports() {
        var otherwise = ReportLimits.DEFAULT;
        return new ReportLimits(
                number("HUB_REPORTS_AT_ONCE", otherwise.atOnce(), 64),
                Duration.ofSeconds(
                        number("HUB_REPORT_SECONDS", (int) otherwise.time().toSeconds(), 3_600)),
                number("HUB_REPORT_PAGES", otherwise.pages(), 10_000));
    }

    private int number(String variable, int otherwise, int most) {
        var value = optional(variable);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new InvalidSettings("%s must be a number from 1 to %d, not '%s'.".formatted(variable, most, value));
        }
        return Integer.parseInt(value);
    }

    private HubRole role() {
        var value = text("HUB_ROLE", HubRole.ALL.wire());
        return Wire.find(HubRole.class, value)
                .orElseThrow(() -> new InvalidSettings(
                        "HUB_ROLE must be one of %s, not '%s'.".formatted(Wire.names(HubRole.class), value)));
    }

    private @Nullable Secret secretKey(boolean external) {
        var value = optional("SECRET_KEY");
        if (value == null) {
            if (external) {
                throw new InvalidSettings(
                        "SECRET_KEY is required with a DATABASE_URL: at least 32 characters, the same on every hub.");
            }
            return null;
        }
        if (value.codePointCount(0, value.length()) < SECRET_KEY_LENGTH) {
            throw new InvalidSettings("SECRET_KEY must have at least 32 characters.");
        }
        if (value.contains(EXAMPLE)) {
            throw new InvalidSettings("SECRET_KEY is still the example value; generate one of your own.");
        }
        return new Secret(value);
    }

    private @Nullable Secret adminPassword(boolean required) {
        var value = environment.get("HUB_ADMIN_PASSWORD");
        if (value == null || value.isEmpty()) {
            if (required) {
                throw new InvalidSettings(
                        "HUB_ADMIN_PASSWORD is required with a DATABASE_URL: the first administrator's"
                                + " password, 8 to 128 characters; it is read on the first start only.");
            }
            return null;
        }
        int length = value.codePointCount(0, value.length());
        if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
            throw new InvalidSettings("HUB_ADMIN_PASSWORD must have 8 to 128 characters.");
        }
        if (value.contains(EXAMPLE)) {
            throw new InvalidSettings("HUB_ADMIN_PASSWORD is still the example value; choose one of your own.");
        }
        return new Secret(value);
    }

    private boolean jsonLogs() {
        var value = text("HUB_LOG_FORMAT", "text");
        return switch (value) {
            case "text" -> false;
            case "json" -> true;
            default ->
                throw new InvalidSettings("HUB_LOG_FORMAT must be one of text, json, not '%s'.".formatted(value));
        };
    }

    private boolean demonstration(HubRole role) {
        var value = text("HUB_DEMO", "false");
        boolean wanted =
                switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new InvalidSettings("HUB_DEMO must be one of true, false, not '%s'.".formatted(value));
                };
        if (wanted && !role.commands()) {
            throw new InvalidSettings(
                    "HUB_DEMO=true fills a hub through its commands, which HUB_ROLE=%s does not take; set it on a hub that does."
                            .formatted(role.wire()));
        }
        return wanted;
    }

    private List<String> corsOrigins(boolean embedded) {
        var value = environment.get("HUB_CORS_ORIGINS");
        if (value == null) {
            return embedded ? List.of("http://localhost:3000", "http://localhost:5173") : List.of();
        }
        var origins = new ArrayList<String>();
        for (var part : value.split(",")) {
            var origin = part.strip();
            if (!origin.isEmpty()) {
                if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
                    throw new InvalidSettings(
                            "HUB_CORS_ORIGINS must be origins such as https://ui.example.org, separated by commas, not '%s'."
                                    .formatted(origin));
                }
                origins.add(origin);
            }
        }
        return origins;
    }

    private List<OidcIssuer> oidcIssuers() {
        var issuers = new ArrayList<OidcIssuer>();
        for (int i = 0; environment.keySet().stream().anyMatch(startsWith(i)); i++) {
            var prefix = OIDC_PREFIX + i + "_";
            issuers.add(new OidcIssuer(
                    uri(prefix + "ISSUER"),
                    required(prefix + "AUDIENCE"),
                    text(prefix + "ROLE_CLAIM", "role"),
                    text(prefix + "ORGANIZATION_CLAIM", "organization"),
                    text(prefix + "USERNAME_CLAIM", "preferred_username"),
                    optional(prefix + "JWK_SET_URI") == null ? null : uri(prefix + "JWK_SET_URI")));
        }
        long configured = environment.keySet().stream()
                .filter(SettingsReader::isOidc)
                .map(name -> name.substring(OIDC_PREFIX.length()).split("_", 2)[0])
                .distinct()
                .count();
        if (configured != issuers.size()) {
            throw new InvalidSettings("HUB_OIDC_ISSUERS_<n>_... must be numbered 0, 1, 2, ... without gaps.");
        }
        return issuers;
    }

    private static java.util.function.Predicate<String> startsWith(int index) {
        return name -> name.startsWith(OIDC_PREFIX + index + "_");
    }

    private String required(String variable) {
        var value = optional(variable);
        if (value == null) {
            throw new InvalidSettings("%s is required for this issuer.".formatted(variable));
        }
        return value;
    }

    private String uri(String variable) {
        var value = required(variable);
        try {
            var uri = URI.create(value);
            if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in our own words.
        }
        throw new InvalidSettings("%s must be an http or https URL, not '%s'.".formatted(variable, value));
    }
}
