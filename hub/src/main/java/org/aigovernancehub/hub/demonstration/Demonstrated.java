package org.aigovernancehub.hub.demonstration;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.aigovernancehub.hub.web.page.DemonstrationMark;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Belongs to the database, whatever this start was asked for; asked until there is a first event, which never changes again. */
final class Demonstrated implements DemonstrationMark {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstrated.class);

    private final DataSource source;
    private final AtomicReference<@Nullable Boolean> known = new AtomicReference<>();

    /** @param source of a role that may read events */
    Demonstrated(DataSource source) {
        this.source = source;
    }

    @Override
    public boolean isPresent() {
        var answer = known.get();
        if (answer == null) {
            try (var connection = source.getConnection()) {
                answer = DemonstrationCheck.firstIsMadeUp(connection).orElse(null);
                known.set(answer);
            } catch (SQLException e) {
                LOG.warn("Whether the database holds a demonstration cannot be asked: {}", e.toString());
            }
        }
        return Boolean.TRUE.equals(answer);
    }
}
