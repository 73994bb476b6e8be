package org.aigovernancehub.api.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as clients see it.
 *
 * @param name 1-255 characters, unique
 * @param description at most 2,000 characters
 */
public record OrganizationView(
        long id,
        String name,
        @Nullable String description,
        @JsonProperty("is_active") boolean active,
        Instant createdAt) {

    public static OrganizationView of(OrganizationEvent.OrganizationCreated event, EventContext context) {
        return new OrganizationView(
                event.organizationId().value(), event.name(), event.description(), event.active(), context.at());
    }

    /** Returns the organisation after an event of its stream. */
    public OrganizationView after(OrganizationEvent event, EventContext context) {
        return switch (event) {
            case OrganizationEvent.OrganizationCreated created -> of(created, context);
            case OrganizationEvent.OrganizationChanged changed -> with(changed.changes());
            case OrganizationEvent.OrganizationActivated _ ->
                new OrganizationView(id, name, description, true, createdAt);
            case OrganizationEvent.OrganizationDeactivated _ ->
                new OrganizationView(id, name, description, false, createdAt);
        };
    }

    /** Lists the fields that a command would change. */
    public List<FieldChange> changesBy(OrganizationCommand.ChangeOrganization command) {
        return new FieldChange.Differences()
                .field("name", name, command.name().orKeepRequired(name))
                .field("description", description, command.description().orKeep(description))
                .list();
    }

    private OrganizationView with(List<FieldChange> changes) {
        var result = this;
        for (var change : changes) {
            result = switch (change.field()) {
                case "name" -> new OrganizationView(id, change.required(), result.description, active, createdAt);
                case "description" -> new OrganizationView(id, result.name, change.to(), active, createdAt);
                default -> throw new IllegalArgumentException("no field of an organisation: " + change.field());
            };
        }
        return result;
    }
}
