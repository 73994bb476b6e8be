package org.aigovernancehub.command.eventstore;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the signal when any hub has numbered events, by {@code LISTEN}. It only makes followers faster: they also look by themselves, so
 * a lost notification delays and never loses.
 */
public final class PositionListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PositionListener.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final int SILENT_WAITS = 10;
    private static final int ANSWER_SECONDS = 3;

    private final DataSource dataSource;
    private final PositionSignal signal;
    private final Thread thread;
    private volatile boolean closed;

    public PositionListener(DataSource dataSource, PositionSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("position-listener").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("LISTEN hub_positions");
                // Something may have happened while nobody listened.
                signal.raise();
                var driver = connection.unwrap(PGConnection.class);
                int silent = 0;
                while (!closed) {
                    var notifications = driver.getNotifications(WAIT_MILLIS);
                    if (notifications != null && notifications.length > 0) {
                        signal.raise();
                        silent = 0;
                    } else if (++silent % SILENT_WAITS == 0 && !connection.isValid(ANSWER_SECONDS)) {
                        // Who only listens never learns that the network has forgotten the connection.
                        throw new SQLException("the connection does not answer any more");
                    }
                }
                statement.execute("UNLISTEN hub_positions");
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    LOG.warn("Listening for positions is interrupted: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2L * WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
