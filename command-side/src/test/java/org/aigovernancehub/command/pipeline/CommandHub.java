package org.aigovernancehub.command.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.event.EventFeed;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.dataset.Dataset;
import org.aigovernancehub.command.eventstore.EventStoreConfiguration;
import org.aigovernancehub.command.eventstore.StoreDatabase;
import org.aigovernancehub.command.identity.User;
import org.aigovernancehub.command.operations.Operations;
import org.aigovernancehub.command.organization.Organization;
import org.aigovernancehub.command.policy.Policy;
import org.aigovernancehub.command.proposal.GuardedDataSource;
import org.aigovernancehub.command.registry.Model;
import org.aigovernancehub.command.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A command hub as it is wired for production, over a real database, without HTTP. Several of them can share one. */
public final class CommandHub implements AutoCloseable {
    /** What has a stream of its own. */
    public static final List<Class<?>> AGGREGATES = List.of(
            Organization.class, User.class, Model.class, Dataset.class, Policy.class, Operations.class, Report.class);

    private static final byte[] NO_BODY = new byte[0];

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param more aggregates that only a test has */
    public CommandHub(StoreDatabase database, Class<?>... more) {
        var source = database.as("hub_command");
        var aggregates = new ArrayList<>(AGGREGATES);
        aggregates.addAll(List.of(more));
        // The pool is the database's, and stays when this hub is closed.
        var guarded = new GuardedDataSource(source);
        context.registerBean(
                "commandDataSource", GuardedDataSource.class, () -> guarded, bean -> bean.setDestroyMethodName(""));
        for (var name : List.of("proposalDataSource", "sequencerDataSource", "feedDataSource")) {
            context.registerBean(name, DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""));
        }
        context.registerBean(
                "commandTransactionManager",
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(guarded));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(AnswerWriter.class, PlainJson::new);
        context.registerBean(AggregateTypes.class, () -> new AggregateTypes(aggregates));
        var isPort = new AssignableTypeFilter(DecisionPort.class);
        var ports = new ClassPathBeanDefinitionScanner(context, false);
        ports.addIncludeFilter((type, types) ->
                type.getAnnotationMetadata().hasAnnotation(Component.class.getName()) && isPort.match(type, types));
        ports.scan("org.aigovernancehub.command");
        context.register(EventStoreConfiguration.class, PipelineConfiguration.class);
        context.refresh();
    }

    /** Returns a part of the hub. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public ResponseEntity<byte[]> run(CommandCall call, Function<Dispatch, Answer> work) {
        return part(CommandPipeline.class).run(call, work);
    }

    /** The same from another thread, as another client's call would come in the midst of one. */
    public <R> R sendElsewhere(Caller caller, Command command) {
        return CompletableFuture.<R>supplyAsync(() -> send(caller, command)).join();
    }

    /** Sends one command in a call of its own and returns what the aggregate decided. */
    public <R> R send(Caller caller, Command command) {
        var decided = new ArrayList<R>();
        run(call(caller, null), dispatch -> {
            R result = dispatch.send(command, new CommandContext(caller, null));
            decided.add(result);
            return Answer.ok("decided");
        });
        return decided.getLast();
    }

    /** A call without {@code If-Match}. */
    public static CommandCall call(Caller caller, @Nullable String key) {
        return new CommandCall(caller, "POST", "/api/v1/trial", key, null, NO_BODY);
    }

    /** Returns every event that has a position. */
    public List<RecordedEvent> events() {
        return part(EventFeed.class).after(0, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class PlainJson implements AnswerWriter {
        private final JsonMapper mapper = JsonMapper.builder().build();

        @Override
        public String json(Object body) {
            return mapper.writeValueAsString(body);
        }

        @Override
        public String problem(ProblemException problem, String path) {
            return "%s: %s".formatted(problem.type().slug(), problem.detail());
        }
    }

    /** Returns the body of an answer as text. */
    public static String text(ResponseEntity<byte[]> answer) {
        var body = answer.getBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
