package org.aigovernancehub.command.pipeline;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.command.eventstore.CommittedStates;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Assembles Axon in code: every part that matters is named here, and nothing depends on the order of auto-configurations. There are no
 * event processors; projections follow positions by themselves.
 */
public final class AxonConfiguration {

    /** Where a command's metadata carries its {@link CommandContext}. */
    static final String CONTEXT = "context";

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private AxonConfiguration() {}

    /**
     * Builds the bus that decides commands.
     *
     * @param states hears what aggregates have come to
     * @param aggregates the classes that decide
     * @param ports what handlers may ask, beside their own state
     * @param clock the time of events outside a {@link Simulation}; cut to microseconds, which is what the database keeps
     */
    public static org.axonframework.config.Configuration assemble(
            EventStorageEngine engine,
            CommittedStates states,
            TransactionManager transactions,
            List<Class<?>> aggregates,
            List<DecisionPort> ports,
            Clock clock) {
        GenericEventMessage.clock = Clock.tick(Simulation.clock(clock), MICROSECOND);
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(_ -> transactions)
                .configureEventStore(_ -> EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .optimizeEventConsumption(false)
                        .build())
                .configureCorrelationDataProviders(_ -> List.of(causedBy()))
                .configureCommandBus(AxonConfiguration::commandBus);
        configurer.registerComponent(
                ParameterResolverFactory.class, _ -> new HandlerParameters(portsByInterface(ports)));
        aggregates.forEach(aggregate -> register(configurer, aggregate, states));
        return configurer.buildConfiguration();
    }

    private static <A> void register(Configurer configurer, Class<A> aggregate, CommittedStates states) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(_ -> message -> new VersionedAggregateIdentifier(
                        ((Command) message.getPayload()).target().toString(), null))
                .configureRepository(configuration -> new RememberingRepository<>(
                        EventSourcingRepository.builder(aggregate)
                                .parameterResolverFactory(configuration.parameterResolverFactory())
                                .handlerDefinition(configuration.handlerDefinition(aggregate))
                                .eventStore(configuration.eventStore())
                                .repositoryProvider(configuration::repository),
                        states)));
    }

    private static CommandBus commandBus(org.axonframework.config.Configuration configuration) {
        // The pipeline's unit of work has the transaction. Any throwable rolls back: a checked one must not commit half
        // a decision.
        var bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        // A bus that is declared by hand comes without it, and events would lose who caused them.
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    private static CorrelationDataProvider causedBy() {
        return message -> {
            var metadata = message.getMetaData().get(PostgresEventStorageEngine.METADATA);
            return metadata == null ? Map.of() : Map.of(PostgresEventStorageEngine.METADATA, metadata);
        };
    }

    /** For who only folds events: ports can be named by command handlers, and nobody can ask them. */
    static ParameterResolverFactory parametersOfEvents() {
        var known = new HandlerParameters(Map.of());
        return (executable, parameters, index) -> index == 0
                        || parameters[index].getType() == CommandContext.class
                        || parameters[index].getType() == EventContext.class
                ? known.createInstance(executable, parameters, index)
                : new Resolver<>(_ -> {
                    throw new IllegalStateException("events ask for " + parameters[index].getType());
                });
    }

    private static Map<Class<?>, DecisionPort> portsByInterface(List<DecisionPort> ports) {
        var byInterface = new HashMap<Class<?>, DecisionPort>();
        for (var port : ports) {
            for (var type : org.springframework.util.ClassUtils.getAllInterfacesForClass(port.getClass())) {
                if (DecisionPort.class.isAssignableFrom(type)
                        && type != DecisionPort.class
                        && byInterface.put(type, port) != null) {
                    throw new IllegalStateException("two beans are a " + type.getSimpleName());
                }
            }
        }
        return byInterface;
    }

    /** What handlers may take beside their message: the context of a command or event, and ports. */
    private record HandlerParameters(Map<Class<?>, DecisionPort> ports) implements ParameterResolverFactory {

        @Override
        public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
            var type = parameters[index].getType();
            if (index == 0) {
                return new Payload(type);
            }
            if (type == CommandContext.class) {
                return new Resolver<>(message -> (CommandContext)
                        java.util.Objects.requireNonNull(message.getMetaData().get(CONTEXT), CONTEXT));
            }
            if (type == EventContext.class) {
                return new Resolver<>(HandlerParameters::eventContext);
            }
            var port = ports.get(type);
            if (port == null) {
                throw new IllegalStateException("no %s for the parameter %s of %s"
                        .formatted(type.getSimpleName(), parameters[index].getName(), executable));
            }
            return new Resolver<>(_ -> port);
        }

        private static EventContext eventContext(Message<?> message) {
            var event = (EventMessage<?>) message;
            return new EventContext(
                    event.getTimestamp(),
                    PostgresEventStorageEngine.metadataOf(event).actorId());
        }
    }

    private record Payload(Class<?> type) implements ParameterResolver<Object> {

        @Override
        public Object resolveParameterValue(Message<?> message) {
            return message.getPayload();
        }

        @Override
        public boolean matches(Message<?> message) {
            return type.isAssignableFrom(message.getPayloadType());
        }

        @Override
        public Class<?> supportedPayloadType() {
            return type;
        }
    }

    private record Resolver<T>(java.util.function.Function<Message<?>, T> value) implements ParameterResolver<T> {

        @Override
        public T resolveParameterValue(Message<?> message) {
            return value.apply(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
