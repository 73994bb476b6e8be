package org.aigovernancehub.query.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.query.listing.Exportable;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.PageRequest;
import org.aigovernancehub.query.read.EntityQuery;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of policies, and of the violations that they have recorded. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyQueryController {
    private static final int VIOLATIONS_A_PAGE = 100;

    private final ReadGate gate;
    private final ViolationRows violations;

    PolicyQueryController(ReadGate gate, ViolationRows violations) {
        this.gate = gate;
        this.violations = violations;
    }

    @GetMapping
    @Operation(
            summary = "List policies",
            description = "Those of the caller's organisation and the global ones; the newest first.")
    Listing<PolicyView> list(
            @Valid @ModelAttribute PolicyFilter filter, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(call, page, filter.query(call));
    }

    @GetMapping("/{policyId}")
    @Operation(summary = "Read a policy")
    ResponseEntity<PolicyView> read(@PathVariable long policyId, ReadCall call) {
        var reading = gate.readEntity(call, query(policyId));
        return reading.answer(reading.value().version());
    }

    @GetMapping("/violations")
    @Operation(
            summary = "List violations",
            description =
                    "What policies have objected to, the newest first. JSON comes in pages of 100 unless limit says"
                            + " otherwise; CSV and NDJSON come whole without limit.")
    @Exportable
    Listing<ViolationView> violations(
            @Valid @ModelAttribute ViolationFilter filter, @Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(call, page, violations.query(filter, call))
                .inPagesOf(VIOLATIONS_A_PAGE)
                .exportable(
                        "id",
                        "created_at",
                        "outcome",
                        "action",
                        "policy_id",
                        "model_id",
                        "model_name",
                        "model_version_id",
                        "organization_id",
                        "environment",
                        "user_id",
                        "details");
    }

    private static EntityQuery<PolicyView> query(long policyId) {
        return new EntityQuery<>(new PolicyId(policyId), PolicyRow.COLUMNS, "policy", PolicyRow::view);
    }
}
