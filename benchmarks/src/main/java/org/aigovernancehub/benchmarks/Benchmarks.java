package org.aigovernancehub.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aigovernancehub.benchmarks.scenario.ChangeStatus;
import org.aigovernancehub.benchmarks.scenario.CommitToVisible;
import org.aigovernancehub.benchmarks.scenario.Export;
import org.aigovernancehub.benchmarks.scenario.Limits;
import org.aigovernancehub.benchmarks.scenario.Memory;
import org.aigovernancehub.benchmarks.scenario.Pages;
import org.aigovernancehub.benchmarks.scenario.ReadModels;
import org.aigovernancehub.benchmarks.scenario.Rebuild;
import org.aigovernancehub.benchmarks.scenario.RecordMetrics;
import org.aigovernancehub.benchmarks.scenario.RegisterModels;
import org.aigovernancehub.benchmarks.scenario.Scenario;
import org.aigovernancehub.benchmarks.scenario.Scrape;
import org.aigovernancehub.benchmarks.scenario.Sequencing;
import org.aigovernancehub.benchmarks.scenario.SequencingHeld;
import org.aigovernancehub.benchmarks.scenario.Soak;
import org.aigovernancehub.benchmarks.scenario.Start;
import org.aigovernancehub.benchmarks.scenario.World;
import org.aigovernancehub.benchmarks.system.HubUnderTest;
import org.aigovernancehub.benchmarks.system.Machine;
import org.aigovernancehub.benchmarks.system.Processes;

/** Runs what is asked for, interleaved, and writes the tables. See the README beside it. */
public final class Benchmarks {
    private static final int LOG_LINES = 40;

    /** Run once before they count: what the JVM has not compiled yet is many times slower than it will be. */
    private static final List<Scenario> COMMANDS_AND_READS = List.of(
            new RegisterModels(), new ChangeStatus(), new RecordMetrics(), new ReadModels(), CommitToVisible.here());

    /** Those of the JVM with which the image runs the hub. */
    private static final Path IMAGE_OPTIONS = Path.of("docker/java.options");

    private Benchmarks() {}

    /**
     * What the command line says.
     *
     * @param pace how long runs take, as a part of the whole
     * @param models how many models lists are measured among
     * @param events how many events of theirs
     * @param jvmOptions of the hub, those of the image first
     * @param scenarios their names; none for all
     */
    private record Options(
            Path jar, Path out, double pace, int models, int events, List<String> jvmOptions, List<String> scenarios) {
        static Options of(String[] arguments) {
            Path jar = Path.of("hub/target/hub-0.1.0-exec.jar");
            Path out = Path.of("benchmarks/target/results");
            double pace = 1;
            int models = 100_000;
            int events = 0;
            var jvmOptions = new ArrayList<>(List.of("@" + IMAGE_OPTIONS.toAbsolutePath()));
            var scenarios = new ArrayList<String>();
            for (var argument : arguments) {
                var value = argument.substring(argument.indexOf('=') + 1);
                if (argument.startsWith("--jar=")) {
                    jar = Path.of(value);
                } else if (argument.startsWith("--out=")) {
                    out = Path.of(value);
                } else if (argument.startsWith("--pace=")) {
                    pace = Double.parseDouble(value);
                } else if (argument.startsWith("--models=")) {
                    models = Integer.parseInt(value);
                } else if (argument.startsWith("--events=")) {
                    events = Integer.parseInt(value);
                } else if (argument.startsWith("--jvm=")) {
                    jvmOptions.add(value);
                } else if (argument.startsWith("-")) {
                    throw new IllegalArgumentException(
                            argument
                                    + " is none of --jar=FILE, --out=FOLDER, --pace=PART, --models=COUNT, --events=COUNT, --jvm=OPTION of the hub's JVM, names of scenarios");
                } else {
                    scenarios.add(argument);
                }
            }
            return new Options(jar.toAbsolutePath(), out.toAbsolutePath(), pace, models, events, jvmOptions, scenarios);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var options = Options.of(arguments);
        var scenarios = chosen(options.scenarios());
        var scratch = Files.createTempDirectory("hub-benchmark");
        // Whatever ends this: nothing is left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            HubUnderTest.stopAll();
            delete(scratch);
        }));
        try (var hub = HubUnderTest.start(options.jar(), scratch.resolve("data"), options.jvmOptions())) {
            var world = new World(hub, scratch, options.pace(), options.models(), options.events());
            var report = new Report(Machine.describe(hub.postgres()));
            say("The hub was ready in %d ms, its database made."
                    .formatted(hub.readyIn().toMillis()));
            for (var scenario : scenarios) {
                scenario.prepare(world);
            }
            for (var scenario : scenarios) {
                if (COMMANDS_AND_READS.contains(scenario)) {
                    run(scenario, "not counted", world);
                }
            }
            int rounds = scenarios.stream().mapToInt(Scenario::runs).max().orElse(0);
            for (int round = 1; round <= rounds; round++) {
                for (var scenario : scenarios) {
                    if (round <= scenario.runs()) {
                        report.add(run(scenario, "run " + round, world));
                    }
                }
            }
            report.write(options.out());
            say("\n" + report.markdown());
        } catch (RuntimeException e) {
            say("The end of the hub's log:");
            lastLines(scratch.resolve("data").resolve("hub.log")).forEach(Benchmarks::say);
            throw e;
        }
    }

    private static List<Scenario> chosen(List<String> names) {
        var all = new ArrayList<Scenario>();
        all.add(new Limits());
        all.addAll(COMMANDS_AND_READS);
        all.addAll(List.of(
                CommitToVisible.elsewhere(),
                new Sequencing(),
                new SequencingHeld(),
                new Pages(),
                new Scrape(),
                new Rebuild(),
                new Export(),
                new Start(),
                new Memory(),
                new Soak(COMMANDS_AND_READS)));
        for (var name : names) {
            if (all.stream().noneMatch(scenario -> scenario.name().equals(name))) {
                throw new IllegalArgumentException("There is no scenario %s, but %s"
                        .formatted(name, all.stream().map(Scenario::name).toList()));
            }
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() ? !scenario.onlyByName() : names.contains(scenario.name()))
                .toList();
    }

    private static List<Figure> run(Scenario scenario, String which, World world) {
        long begin = System.nanoTime();
        var before = Cpu.now(world.hub());
        var figures = scenario.run(world);
        var used = Cpu.now(world.hub()).since(before);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        say("%s, %s, %d s; CPU: %s; resident: hub %.0f MiB"
                .formatted(
                        scenario.name(),
                        which,
                        took.toSeconds(),
                        used.share(took),
                        Processes.residentMib(world.hub().process().pid())));
        figures.forEach(figure -> say("  %s: %.2f %s".formatted(figure.name(), figure.value(), figure.unit())));
        return figures;
    }

    /** CPU seconds of the three that share the machine. */
    private record Cpu(double hub, double postgres, double generator) {
        static Cpu now(HubUnderTest hub) {
            return new Cpu(
                    Processes.cpuSeconds(hub.process().pid()),
                    Processes.cpuSecondsOfTree(hub.postgresPid()),
                    Processes.cpuSeconds(ProcessHandle.current().pid()));
        }

        Cpu since(Cpu before) {
            return new Cpu(hub - before.hub, postgres - before.postgres, generator - before.generator);
        }

        String share(Duration took) {
            double seconds = took.toNanos() / 1e9;
            return "hub %.2f, PostgreSQL %.2f, load %.2f cores"
                    .formatted(hub / seconds, postgres / seconds, generator / seconds);
        }
    }

    private static List<String> lastLines(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
