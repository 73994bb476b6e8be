package org.aigovernancehub.command.savedview;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.eventstore.Sequencer;
import org.aigovernancehub.command.pipeline.Answer;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.aigovernancehub.command.pipeline.CommandPipeline;
import org.aigovernancehub.command.savedview.SavedView.Page;
import org.aigovernancehub.command.web.IdPage;
import org.aigovernancehub.command.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Saved views. Everybody has them; what is shared, its maker and who decides for the organisation may change. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Saved views")
class SavedViewController {
    private static final int NO_CONTENT = 204;

    /** What RFC 3986 allows after the question mark, and nothing else: it is put into addresses as it is. */
    private static final String QUERY = "(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*";

    private static final String NO_QUERY =
            "is no query of an address: letters, digits, -._~!$&'()*+,;=:@/? and percent escapes";

    private final CommandPipeline pipeline;
    private final SavedViews views;
    private final Sequencer sequencer;

    SavedViewController(CommandPipeline pipeline, SavedViews views, Sequencer sequencer) {
        this.pipeline = pipeline;
        this.views = views;
        this.sequencer = sequencer;
    }

    @GetMapping
    @Operation(summary = "List saved views", description = "One's own and those that the organisation shares, by id.")
    ResponseEntity<List<SavedView>> list(
            @RequestParam(name = "page", required = false) @Nullable Page page,
            @RequestParam(name = "limit", required = false) @Schema(minimum = "1", maximum = "500") @Nullable
                    Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        var part = IdPage.of(limit, cursor);
        long position = sequencer.highestPosition();
        return part.answer(views.of(caller, page), SavedView::id, position, request);
    }

    @GetMapping("/{viewId}")
    @Operation(summary = "Read a saved view")
    ResponseEntity<SavedView> read(@PathVariable long viewId, Caller caller) {
        long position = sequencer.highestPosition();
        var kept = views.find(viewId, caller);
        return ResponseEntity.ok()
                .eTag("\"" + kept.version() + "\"")
                .header("Hub-Position", Long.toString(position))
                .body(kept.view());
    }

    @PostMapping
    @Operation(summary = "Save a view")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SavedView.class)))
    ResponseEntity<byte[]> create(@Valid @RequestBody CreateRequest request, CommandCall call) {
        return pipeline.run(call, _ -> {
            var kept = views.add(
                    call.caller(),
                    request.name(),
                    request.page(),
                    meant(request.query()),
                    request.shared().orKeepRequired(false));
            return Answer.created("/api/v1/views/" + kept.view().id(), kept.view(), kept.version());
        });
    }

    @PatchMapping("/{viewId}")
    @Operation(
            summary = "Rename, share or change a saved view",
            description =
                    "Its maker may, and of a shared one the organisation's compliance officers and administrators.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SavedView.class)))
    ResponseEntity<byte[]> change(
            @PathVariable long viewId, @Valid @RequestBody ChangeRequest request, CommandCall call) {
        return pipeline.run(call, _ -> {
            var kept = admitted(viewId, call);
            var view = kept.view();
            var name = request.name().orKeepRequired(view.name());
            var query = meant(request.query().orKeepRequired(view.query()));
            boolean shared = request.shared().orKeepRequired(view.shared());
            boolean same = name.equals(view.name()) && query.equals(view.query()) && shared == view.shared();
            var changed = same ? kept : views.change(kept, name, query, shared, call.caller());
            return Answer.ok(changed.view(), changed.version());
        });
    }

    @DeleteMapping("/{viewId}")
    @Operation(summary = "Delete a saved view")
    @ApiResponse(responseCode = "204")
    ResponseEntity<byte[]> delete(@PathVariable long viewId, CommandCall call) {
        return pipeline.run(call, _ -> {
            var kept = admitted(viewId, call);
            views.remove(kept);
            return new Answer(NO_CONTENT, null, null, kept.version());
        });
    }

    /** An optional text may be blank; here that means the whole list. */
    private static String meant(String query) {
        return query.isBlank() ? "" : query;
    }

    private SavedViews.Kept admitted(long viewId, CommandCall call) {
        var kept = views.hold(viewId, call.caller());
        if (!kept.isOf(call.caller())) {
            call.caller().require(Permission.REVIEW_AND_DECIDE);
        }
        var expected = call.expectedVersion();
        if (expected != null && expected != kept.version()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The view is at version %d, not %d. Read it again, then repeat the change."
                            .formatted(kept.version(), expected));
        }
        return kept;
    }

    record CreateRequest(
            @JsonProperty(required = true) @Text(min = 1, max = 100, required = true)
            String name,

            @JsonProperty(required = true) @NotNull Page page,

            @JsonProperty(required = true) @NotNull @Text(max = 2000, pattern = QUERY, message = NO_QUERY)
            String query,

            @Schema(defaultValue = "false") Patch<@NotNull Boolean> shared) {}

    record ChangeRequest(
            Patch<@Text(min = 1, max = 100, required = true) String> name,
            Patch<@NotNull @Text(max = 2000, pattern = QUERY, message = NO_QUERY) String> query,
            Patch<@NotNull Boolean> shared) {}
}
