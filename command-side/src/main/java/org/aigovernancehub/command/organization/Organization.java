package org.aigovernancehub.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.organization.OrganizationCommand.ChangeOrganization;
import org.aigovernancehub.api.organization.OrganizationCommand.CreateOrganization;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationActivated;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationChanged;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationCreated;
import org.aigovernancehub.api.organization.OrganizationEvent.OrganizationDeactivated;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An organisation. Its own administrators may rename it; whether it is active is the platform's decision. */
public class Organization {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable OrganizationView view;

    /** For Axon, which folds the events into it. */
    protected Organization() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<OrganizationView> handle(
            CreateOrganization command, CommandContext context, OrganizationRegister register) {
        context.caller().requirePlatformAdmin();
        register.add(command.organizationId().value(), command.name(), command.active());
        apply(new OrganizationCreated(
                command.organizationId(), command.name(), command.description(), command.active()));
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    @CommandHandler
    Outcome<OrganizationView> handle(
            ChangeOrganization command, CommandContext context, OrganizationRegister register) {
        var organizationId = new OrganizationId(view().id());
        context.admit(organizationId, organizationId, Permission.ADMINISTER);
        var before = view();
        boolean active = command.active().orKeepRequired(before.active());
        if (active != before.active()) {
            context.caller().requirePlatformAdmin();
        }
        var changes = before.changesBy(command);
        if (changes.isEmpty() && active == before.active()) {
            return new Outcome.Unchanged<>(before, CommandContext.currentVersion());
        }
        register.change(before, command.name().orKeepRequired(before.name()), active);
        if (!changes.isEmpty()) {
            apply(new OrganizationChanged(organizationId, changes));
        }
        if (active && !before.active()) {
            apply(new OrganizationActivated(organizationId));
        } else if (!active && before.active()) {
            apply(new OrganizationDeactivated(organizationId));
        }
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    private OrganizationView view() {
        return Objects.requireNonNull(view, "created");
    }

    @EventSourcingHandler
    void on(OrganizationEvent event, EventContext context) {
        id = event.organizationId().toString();
        view = view == null ? OrganizationView.of((OrganizationCreated) event, context) : view.after(event, context);
    }
}
