package org.aigovernancehub.command.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.concurrent.BatchedCall;
import org.aigovernancehub.command.pipeline.DrawnIds.Draw;
import org.aigovernancehub.command.proposal.NeedsTransaction;
import org.aigovernancehub.command.proposal.Proposal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Draws ids from database sequences; a rolled-back command leaves a hole, which is no harm. Proposals draw theirs together with others, and no
 * more than are needed at the time: ids ascend as things come to be, whichever hub they come from.
 */
public final class SequenceIds implements Ids {
    private final JdbcTemplate jdbc;
    private final JdbcTemplate shared;
    private final Map<Kind, String> statements = new EnumMap<>(Kind.class);
    private final BatchedCall<Draw, List<Long>> draws = new BatchedCall<>(Draw::kind, this::drawTogether);

    /**
     * @param jdbc draws in the transaction of a command
     * @param shared draws for proposals, by connections that nobody keeps while waiting for another command
     */
    public SequenceIds(JdbcTemplate jdbc, JdbcTemplate shared) {
        this.jdbc = jdbc;
        this.shared = shared;
        for (var kind : Kind.values()) {
            // With a parameter, though most draw one: without, the statement would be parsed and planned each time.
            statements.put(
                    kind,
                    "SELECT nextval('event_store.%s_id_seq') FROM generate_series(1, ?)"
                            .formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public long next(Kind kind) {
        return next(kind, 1).getFirst();
    }

    @Override
    public List<Long> next(Kind kind, int count) {
        var draw = new Draw(kind, count);
        var drawn = DrawnIds.current();
        if (Proposal.current() != null && drawn != null) {
            return drawForProposal(draw, drawn);
        }
        var left = drawn == null ? null : drawn.take(draw);
        return left == null ? draw(jdbc, kind, count) : left;
    }

    private List<Long> drawForProposal(Draw draw, DrawnIds drawn) {
        long began = System.nanoTime();
        try {
            var ids = draws.of(draw);
            drawn.add(draw, ids);
            return ids;
        } catch (DataAccessException e) {
            throw NeedsTransaction.after(e, began);
        }
    }

    private List<List<Long>> drawTogether(List<Draw> asked) {
        int count = asked.stream().mapToInt(Draw::count).sum();
        var ids = draw(shared, asked.getFirst().kind(), count);
        var each = new ArrayList<List<Long>>(asked.size());
        int from = 0;
        for (var draw : asked) {
            each.add(List.copyOf(ids.subList(from, from + draw.count())));
            from += draw.count();
        }
        return each;
    }

    private List<Long> draw(JdbcTemplate connections, Kind kind, int count) {
        return connections.queryForList(Objects.requireNonNull(statements.get(kind)), Long.class, count).stream()
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }
}
