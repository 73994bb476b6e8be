package org.aigovernancehub.command.pipeline;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * Runs a call: idempotency check, the work (ids, commands, decision tables), append and kept answer in one transaction; then the
 * position of its last event; then the answer with {@code ETag} and {@code Hub-Position}.
 */
public interface CommandPipeline {

    /** Runs the work once, again on a conflict of writers (at most 2 s), and answers. */
    ResponseEntity<byte[]> run(CommandCall call, Function<Dispatch, Answer> work);
}
