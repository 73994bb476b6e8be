package org.aigovernancehub.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.PolicyCommand.ChangePolicy;
import org.aigovernancehub.api.policy.PolicyCommand.CreatePolicy;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyActivated;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyChanged;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyCreated;
import org.aigovernancehub.api.policy.PolicyEvent.PolicyDeactivated;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.command.organization.Tenants;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A policy. Its scope and condition are fixed when it is made; each change is a new version, which findings name. */
public class Policy {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable PolicyView view;

    /** For Axon, which folds the events into it. */
    protected Policy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<PolicyView> handle(CreatePolicy command, CommandContext context, Tenants tenants, PolicyRegister register) {
        var owner = command.organizationId();
        if (owner != null) {
            context.admitTenant(owner, owner);
        }
        requireAuthority(context, owner);
        if (owner != null) {
            tenants.requireActive(owner);
        }
        register.lock();
        register.add(command);
        apply(new PolicyCreated(
                command.policyId(),
                owner,
                command.environment(),
                command.scope(),
                command.conditionType(),
                command.terms(),
                command.active()));
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    @CommandHandler
    Outcome<PolicyView> handle(ChangePolicy command, CommandContext context, Tenants tenants, PolicyRegister register) {
        if (owner() != null) {
            context.admitTenant(policyId(), owner());
        }
        requireAuthority(context, owner());
        context.requireExpectedVersion();
        if (owner() != null) {
            tenants.requireActive(owner());
        }
        var before = view();
        var changes = before.terms().changesTo(command.appliedTo(before.terms()));
        boolean active = command.active().orKeepRequired(before.active());
        if (changes.isEmpty() && active == before.active()) {
            return new Outcome.Unchanged<>(before, CommandContext.currentVersion());
        }
        register.lock();
        if (!changes.isEmpty()) {
            apply(new PolicyChanged(policyId(), owner(), changes));
        }
        if (active && !before.active()) {
            apply(new PolicyActivated(policyId(), owner()));
        } else if (!active && before.active()) {
            apply(new PolicyDeactivated(policyId(), owner()));
        }
        register.change(before, view());
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion());
    }

    /** Global policies bind everybody, so only those who run the platform manage them; everybody may know them. */
    private static void requireAuthority(CommandContext context, @Nullable OrganizationId owner) {
        if (owner == null) {
            context.caller().requirePlatformAdmin();
        } else {
            context.caller().require(Permission.MANAGE_POLICIES);
        }
    }

    private PolicyView view() {
        return Objects.requireNonNull(view, "created");
    }

    private PolicyId policyId() {
        return new PolicyId(view().id());
    }

    private @Nullable OrganizationId owner() {
        var organizationId = view().organizationId();
        return organizationId == null ? null : new OrganizationId(organizationId);
    }

    @EventSourcingHandler
    void on(PolicyEvent event, EventContext context) {
        id = event.policyId().toString();
        view = view == null ? PolicyView.of((PolicyCreated) event, context) : view.after(event, context);
    }
}
