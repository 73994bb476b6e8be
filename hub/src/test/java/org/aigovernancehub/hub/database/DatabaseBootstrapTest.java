package org.aigovernancehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.aigovernancehub.hub.settings.DatabaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that an operator brings: what its login has to be allowed, and no more. */
class DatabaseBootstrapTest {

    /** Since PostgreSQL 16 such a login may give away the roles that it makes, and has to give them to itself first. */
    @Test
    void aLoginThatMayCreateRolesNeedsNotBeASuperuser(@TempDir Path folder) throws SQLException {
        try (var server = EmbeddedPostgres.start(folder)) {
            try (var connection = DatabaseBootstrap.connections(server.url()).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE own LOGIN CREATEROLE PASSWORD 'a password of tests'");
                statement.execute("CREATE DATABASE own OWNER own");
            }
            var login = DatabaseUrl.parse(
                    "DATABASE_URL",
                    "postgresql://own:a%%20password%%20of%%20tests@127.0.0.1:%d/own".formatted(port(server.url())));

            new DatabaseBootstrap(login, login).run();
            new DatabaseBootstrap(login, login).run();

            try (var connection = DatabaseBootstrap.connections(login).getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean(1)).isFalse();
            }
        }
    }

    private static int port(DatabaseUrl url) {
        return java.net.URI.create(url.jdbcUrl().substring("jdbc:".length())).getPort();
    }
}
