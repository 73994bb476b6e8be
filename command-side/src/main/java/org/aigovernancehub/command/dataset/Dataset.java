package org.aigovernancehub.command.dataset;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.aigovernancehub.api.dataset.DatasetCommand.ChangeDatasetDetails;
import org.aigovernancehub.api.dataset.DatasetCommand.RegisterDataset;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.dataset.DatasetEvent.DatasetDetailsChanged;
import org.aigovernancehub.api.dataset.DatasetEvent.DatasetRegistered;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.command.organization.Tenants;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A dataset that models are trained on or evaluated with. */
public class Dataset {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable DatasetView view;

    /** For Axon, which folds the events into it. */
    protected Dataset() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<DatasetView> handle(
            RegisterDataset command, CommandContext context, Tenants tenants, DatasetRegister register) {
        context.admitTenant(command.organizationId(), command.organizationId());
        context.caller().require(Permission.CHANGE_REGISTRY);
        tenants.requireActive(command.organizationId());
        register.add(command.datasetId(), command.organizationId());
        apply(new DatasetRegistered(command.datasetId(), command.organizationId(), command.details()));
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    @CommandHandler
    Outcome<DatasetView> handle(ChangeDatasetDetails command, CommandContext context, Tenants tenants) {
        var owner = new OrganizationId(view().organizationId());
        context.admit(new DatasetId(view().id()), owner, Permission.CHANGE_REGISTRY);
        tenants.requireActive(owner);
        var changes = view().details().changesTo(command.appliedTo(view().details()));
        if (changes.isEmpty()) {
            return new Outcome.Unchanged<>(view(), CommandContext.currentVersion());
        }
        apply(new DatasetDetailsChanged(command.datasetId(), owner, changes));
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    private DatasetView view() {
        return Objects.requireNonNull(view, "registered");
    }

    @EventSourcingHandler
    void on(DatasetEvent event, EventContext context) {
        id = event.datasetId().toString();
        view = view == null ? DatasetView.of((DatasetRegistered) event, context) : view.after(event, context);
    }
}
