package org.aigovernancehub.hub.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.aigovernancehub.command.report.ReportLimits;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has configured; {@code .env.example} describes each. Secrets print as asterisks.
 *
 * @param database null runs the embedded PostgreSQL
 * @param migrationDatabase the login that migrates; null uses the database's own
 * @param secretKey signs local tokens; null lets the embedded mode generate and keep one
 * @param adminPassword of the first administrator; null lets the embedded mode generate one
 * @param managementPort null leaves the management endpoints off
 * @param corsOrigins the browsers' origins that may call
 * @param demonstration whether an empty hub is filled with a made-up year
 * @param selfRegistrationOrganization by name or id; null switches registration off
 * @param trustedProxies addresses and networks whose forwarded headers are believed
 * @param databaseWait how long a start waits for a database that does not answer yet
 * @param shutdownDelay how long a hub that was told to stop goes on, unready, before it takes no more calls
 * @param reports what compliance reports may cost
 */
public record HubSettings(
        @Nullable DatabaseUrl database,
        @Nullable DatabaseUrl migrationDatabase,
        @Nullable Secret secretKey,
        int port,
        Path dataDir,
        HubRole role,
        @Nullable Secret adminPassword,
        @Nullable Integer managementPort,
        boolean jsonLogs,
        List<String> corsOrigins,
        boolean demonstration,
        @Nullable String selfRegistrationOrganization,
        List<OidcIssuer> oidcIssuers,
        List<String> trustedProxies,
        Duration databaseWait,
        Duration shutdownDelay,
        ReportLimits reports) {

    public HubSettings {
        corsOrigins = List.copyOf(corsOrigins);
        oidcIssuers = List.copyOf(oidcIssuers);
        trustedProxies = List.copyOf(trustedProxies);
    }

    public boolean isEmbedded() {
        return database == null;
    }
}
