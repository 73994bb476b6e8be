package org.aigovernancehub.query.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics for the dashboard. */
@RestController
@RequestMapping("/api/v1/dashboard")
@Tag(name = "Dashboard")
class DashboardQueryController {
    private static final int LONGEST = 366;

    private final ReadGate gate;
    private final Clock clock;

    DashboardQueryController(ReadGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping("/stats")
    @Operation(
            summary = "Models by risk and state, violations and approvals, today and over time",
            description = "From counters that are kept as events come; days are UTC's.")
    ResponseEntity<DashboardStats> stats(
            @RequestParam(name = "organization_id", required = false) @Nullable Long organizationId,
            @RequestParam(name = "environment", required = false) @Nullable Environment environment,
            @RequestParam(name = "days", defaultValue = "90")
                    @Min(value = 1, message = "must be from 1 to 366")
                    @Max(value = LONGEST, message = "must be from 1 to 366")
                    int days,
            ReadCall call) {
        var organization = call.tenant(organizationId);
        return gate.read(call, snapshot -> stats(snapshot, organization, environment, days))
                .answerOverMany();
    }

    private DashboardStats stats(
            Snapshot snapshot, @Nullable Long organizationId, @Nullable Environment environment, int days) {
        var counters = new Counters(snapshot, organizationId, environment);
        var models = counters.models();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var history = counters.history(today.minusDays(days - 1L));
        return DashboardStats.of(models, counters.activities(), history.before(new ModelCounts(models), today, days));
    }
}
