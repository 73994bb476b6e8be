package org.aigovernancehub.command.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What a call decides while it has no transaction: events to append, a name to claim, and what it took for given, out of this hub's memory.
 * Proposals that are ready at the time are written in one transaction, which looks first whether what each took for given is so. A proposal of
 * which it is not so is thrown away, as is one that needs more of the database than this; the call is then decided anew in a transaction of
 * its own.
 */
public final class Proposal {
    private static final String RESOURCE = Proposal.class.getName();

    private final Map<Premises<?>, Set<Object>> premises = new HashMap<>();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final List<Runnable> consequences = new ArrayList<>();
    private @Nullable Claim claim;
    private boolean open = true;

    private Proposal() {}

    /** Makes what a unit of work decides from here on a proposal. */
    public static Proposal begin(UnitOfWork<?> unitOfWork) {
        var proposal = new Proposal();
        unitOfWork.root().resources().put(RESOURCE, proposal);
        return proposal;
    }

    /** Returns the proposal that this thread decides at present; null where it has none, and a transaction, if it decides at all. */
    public static @Nullable Proposal current() {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        Proposal proposal = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        return proposal == null || !proposal.open ? null : proposal;
    }

    /** Takes something for given, to be looked at when the proposal is written. */
    public <P> void restsOn(Premises<P> kind, P premise) {
        premises.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(premise);
    }

    /** Claims something that others may claim too: one at most, since what a proposal that lost has claimed beside it would stay. */
    public void claim(Claim claimed) {
        if (claim != null) {
            throw new NeedsTransaction("it claims twice");
        }
        claim = claimed;
    }

    public void append(List<? extends DomainEventMessage<?>> appended) {
        events.addAll(appended);
    }

    /** Does something now, or, in a proposal, once it is written: nothing of a proposal that is thrown away may be seen. */
    public static void onceWritten(Runnable consequence) {
        var proposal = current();
        if (proposal == null) {
            consequence.run();
        } else {
            proposal.consequences.add(consequence);
        }
    }

    /** Ends the decision: what the thread asks the database for from here on is none of it. */
    public void close() {
        open = false;
    }

    /** Tells whether it is still being decided. */
    public boolean isOpen() {
        return open;
    }

    /** What it rests on, by kind. */
    public Map<Premises<?>, Set<Object>> premises() {
        return premises;
    }

    /** Tells whether it rests on one of these. */
    public boolean restsOnAny(Premises<?> kind, Set<?> broken) {
        return premises.getOrDefault(kind, Set.of()).stream().anyMatch(broken::contains);
    }

    public @Nullable Claim claim() {
        return claim;
    }

    /** What it appends, in order. */
    public List<DomainEventMessage<?>> events() {
        return events;
    }

    /** Tells the first stream that it appends to. */
    public String firstStream() {
        return Objects.requireNonNull(events.getFirst().getAggregateIdentifier());
    }

    /** It is written, and that has committed. */
    public void written() {
        consequences.forEach(Runnable::run);
    }
}
