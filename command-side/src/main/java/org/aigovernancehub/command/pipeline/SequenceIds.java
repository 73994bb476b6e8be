package org.aigovernancehub.command.pipeline;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Draws ids from database sequences; a rolled-back command leaves a hole, which is no harm. */
public final class SequenceIds implements Ids {
    private final JdbcTemplate jdbc;
    private final Map<Kind, String> statements = new EnumMap<>(Kind.class);

    public SequenceIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        for (var kind : Kind.values()) {
            statements.put(
                    kind,
                    "SELECT nextval('event_store.%s_id_seq')"
                            .formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public long next(Kind kind) {
        Long id = jdbc.queryForObject(java.util.Objects.requireNonNull(statements.get(kind)), Long.class);
        return java.util.Objects.requireNonNull(id);
    }
}
