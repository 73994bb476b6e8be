package org.aigovernancehub.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The hub's PostgreSQL, looked at from beside the hub.
 *
 * @param password of its superuser
 */
public record Postgres(int port, String password) {
    private static final String USER = "hub_admin";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private static final String DATABASE = "postgres";

    /** Returns where the hub's database is and who may do everything with it, as hubs are told it. */
    public String url() {
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, password, port, DATABASE);
    }

    public Connection connect() throws SQLException {
        return source(DATABASE).getConnection();
    }

    /** Returns a source of connections to a database of this server. */
    public DataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database));
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns the first column of the first row. */
    public String text(String sql) {
        return texts(sql).getFirst();
    }

    /** Returns the first column of each row. */
    public List<String> texts(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /**
     * Runs a script of pgbench from as many connections as the load has.
     *
     * @return transactions a second
     */
    public double pgbench(String script, int connections, Duration duration, Path scratch) {
        try {
            var file = Files.writeString(scratch.resolve("pgbench.sql"), script);
            var builder = new ProcessBuilder(
                            pgbench(),
                            "-n",
                            "-M",
                            "prepared",
                            "-c",
                            Integer.toString(connections),
                            "-j",
                            "2",
                            "-T",
                            Long.toString(duration.toSeconds()),
                            "-f",
                            file.toString(),
                            "-h",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(port),
                            "-U",
                            USER,
                            "postgres")
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String pgbench() throws IOException {
        var candidates = new ArrayList<Path>();
        for (var folder : System.getenv("PATH").split(":", -1)) {
            candidates.add(Path.of(folder, "pgbench"));
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                candidates.addAll(versions.map(version -> version.resolve("bin/pgbench"))
                        .sorted()
                        .toList()
                        .reversed());
            }
        }
        return candidates.stream()
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no pgbench: install PostgreSQL's own tools (Debian: apt-get install postgresql)."));
    }

    static List<String> settings() {
        return List.of(
                "fsync", "full_page_writes", "synchronous_commit", "shared_buffers", "max_wal_size", "server_version");
    }
}
