package org.aigovernancehub.hub.web.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aigovernancehub.api.Wire;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers 200 as long as the hub can answer at all; what is wrong is in the body. */
@RestController
@Tag(name = "Hub")
public final class HealthController {
    private final HubHealth health;
    private final HubVersion version;

    HealthController(HubHealth health, HubVersion version) {
        this.health = health;
        this.version = version;
    }

    /** Whether everything works. */
    enum Overall implements Wire {
        OK,
        DEGRADED
    }

    /** Whether the database answers. */
    enum Database implements Wire {
        HEALTHY,
        UNHEALTHY
    }

    /** How the hub is. */
    @Schema(name = "Health")
    record Health(
            @Schema(
                    description =
                            "degraded while the database does not answer, events wait for their position, or a read"
                                    + " model is damaged or behind")
            Overall status,

            Database database,
            @Schema(example = "0.1.0") String version) {}

    @GetMapping({"/health", "/api/v1/health"})
    @Operation(summary = "How the hub is; always 200", operationId = "health")
    @SecurityRequirements
    Health health() {
        var state = health.state();
        return new Health(
                state.everythingWorks() ? Overall.OK : Overall.DEGRADED,
                state.databaseAnswers() ? Database.HEALTHY : Database.UNHEALTHY,
                version.value());
    }
}
