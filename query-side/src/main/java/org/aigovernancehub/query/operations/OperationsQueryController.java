package org.aigovernancehub.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.ReadCall;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators look at; platform staff only. */
@RestController
@RequestMapping("/api/v1/operations")
@Tag(name = "Operations")
class OperationsQueryController {
    private final Processors processors;

    OperationsQueryController(Processors processors) {
        this.processors = processors;
    }

    @GetMapping("/processors")
    @Operation(
            summary = "List projections with their lag",
            description =
                    "Those that answer reads first, then those of a generation that is being built, with its progress."
                            + " Answered at once, also while they are behind.")
    ResponseEntity<List<ProcessorView>> processors(ReadCall call) {
        requirePlatform(call.caller());
        return processors.all(call).answer();
    }

    @GetMapping("/dead-letters")
    @Operation(
            summary = "List events that could not be applied",
            description = "By position, and with those that wait behind them in the same stream.")
    Listing<DeadLetterView> deadLetters(@Valid @ModelAttribute PageRequest page, ReadCall call) {
        requirePlatform(call.caller());
        return Listing.of(
                call,
                page,
                new ListQuery<>(
                                "d.*",
                                "read_model.dead_letter d",
                                DeadLetterView::of,
                                Order.ascending("position", Key.number("position")))
                        .where("generation = (SELECT name FROM read_model.generation WHERE state = 'live')"));
    }

    private static void requirePlatform(Caller caller) {
        if (!caller.platform()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only platform staff may see how the hub runs.");
        }
    }
}
