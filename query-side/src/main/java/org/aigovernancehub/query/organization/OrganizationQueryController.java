package org.aigovernancehub.query.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Listing;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
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

/** Reads of organisations: platform staff sees all, everybody else their own. */
@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "Organisations")
class OrganizationQueryController {
    private static final Order BY_NAME = Order.ascending("name", Key.text("name"), Key.number("organization_id"));

    private final ReadGate gate;

    OrganizationQueryController(ReadGate gate) {
        this.gate = gate;
    }

    @GetMapping
    @Operation(summary = "List organisations", description = "By name. Who belongs to one sees that one.")
    Listing<OrganizationView> list(@Valid @ModelAttribute PageRequest page, ReadCall call) {
        return Listing.of(
                call,
                page,
                new ListQuery<>(OrganizationRow.COLUMNS, "organization", OrganizationRow::of, BY_NAME)
                        .where("organization_id = ?", call.tenant())
                        .mapped(OrganizationRow::view));
    }

    @GetMapping("/{organizationId}")
    @Operation(summary = "Read an organisation")
    ResponseEntity<OrganizationView> read(@PathVariable long organizationId, ReadCall call) {
        var reading = gate.readEntity(call, query(organizationId));
        return reading.with(reading.value().view()).answer(reading.value().version());
    }

    private static EntityQuery<OrganizationRow> query(long organizationId) {
        return new EntityQuery<>(
                new OrganizationId(organizationId), OrganizationRow.COLUMNS, "organization", OrganizationRow::of);
    }
}
