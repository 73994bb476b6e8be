package org.aigovernancehub.hub.web.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says who answers here. Browsers that ask the server's root for a page get one elsewhere. */
@RestController
@Tag(name = "Hub")
public final class WelcomeController {
    private static final String MESSAGE = "Welcome to AI Governance Hub API";

    private final HubVersion version;
    private final DemonstrationMark demonstration;

    WelcomeController(HubVersion version, DemonstrationMark demonstration) {
        this.version = version;
        this.demonstration = demonstration;
    }

    /**
     * Who answers, and in which version.
     *
     * @param demonstration whether the data are made up; there only if they are
     */
    @Schema(name = "Welcome")
    record Welcome(
            @Schema(example = MESSAGE) String message,
            @Schema(example = "0.1.0") String version,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean demonstration) {}

    @GetMapping(
            path = {"/", "/api/v1"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who answers here, and in which version", operationId = "welcome")
    @SecurityRequirements
    Welcome welcome() {
        return new Welcome(MESSAGE, version.value(), demonstration.isPresent());
    }
}
