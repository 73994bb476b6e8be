package org.aigovernancehub.command.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        // With arguments, though there are none: without, the statement would be parsed and planned each time.
        Long id = jdbc.queryForObject(Objects.requireNonNull(statements.get(kind)), Long.class, new Object[0]);
        return Objects.requireNonNull(id);
    }

    @Override
    public List<Long> next(Kind kind, int count) {
        return jdbc
                .queryForList(
                        Objects.requireNonNull(statements.get(kind)) + " FROM generate_series(1, ?)", Long.class, count)
                .stream()
                .sorted()
                .toList();
    }
}
