package org.aigovernancehub.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aigovernancehub.hub.e2e.Database;
import org.aigovernancehub.reliability.check.Checker;
import org.aigovernancehub.reliability.check.Findings;
import org.aigovernancehub.reliability.fault.SeededFault;
import org.aigovernancehub.reliability.fleet.Clocks;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.fleet.SmallDisk;
import org.aigovernancehub.reliability.journal.Journal;
import org.aigovernancehub.reliability.load.Clients;
import org.aigovernancehub.reliability.scenario.Scenario;
import org.aigovernancehub.reliability.scenario.Scenarios;
import org.aigovernancehub.reliability.scenario.Stage;
import org.jspecify.annotations.Nullable;

/** Runs scenarios in cycles, and says at the end what was tried and what was found. */
public final class Reliability {
    private static final int CYCLES_TO_SEE_A_FAULT = 20;
    private static final int LONG_CYCLES = 40;
    private static final int SHORT_CALLS = 50_000;
    private static final int LONG_CALLS = 1_000_000;

    private final Options options;
    private final long begin = System.nanoTime();

    private Reliability(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        // Not the returning of main: threads of clients and proxies may still wait for something.
        System.exit(new Reliability(options).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        System.out.printf(
                "Reliability: profile %s, seed %d%s%n",
                Options.wire(options.profile()),
                options.seed(),
                options.fault()
                        .map(fault -> ", made wrong: " + Options.wire(fault))
                        .orElse(""));
        return options.fault().isPresent() ? seesFault(options.fault().get()) : holds();
    }

    private boolean holds() throws IOException {
        var kinds = options.scenarios().isEmpty() ? List.of(Scenario.Kind.values()) : options.scenarios();
        var findings = new Findings();
        var lines = new ArrayList<String>();
        var ordinary = kinds.stream()
                .filter(kind -> kind != Scenario.Kind.DISK && kind != Scenario.Kind.SKEW)
                .toList();
        if (!ordinary.isEmpty()) {
            lines.addAll(play(ordinary, findings, null, null));
        }
        if (kinds.contains(Scenario.Kind.DISK)) {
            var disk = SmallDisk.mount();
            if (disk.isPresent()) {
                try (var small = disk.get()) {
                    lines.addAll(play(List.of(Scenario.Kind.DISK), findings, small, null));
                }
            } else {
                lines.add("disk: NOT RUN, this user may not mount a small file system; run as root");
            }
        }
        if (kinds.contains(Scenario.Kind.SKEW)) {
            var found = Clocks.find();
            if (found.isPresent()) {
                try (var clocks = found.get()) {
                    lines.addAll(play(List.of(Scenario.Kind.SKEW), findings, null, clocks));
                }
            } else {
                lines.add("skew: NOT RUN, libfaketime is not installed");
            }
        }
        System.out.println();
        lines.forEach(System.out::println);
        findings.all().forEach(finding -> System.out.println("BROKEN: " + finding));
        System.out.printf(
                "Reliability: %s, seed %d, %d findings in %s%n",
                findings.count() == 0 ? "every promise was kept" : "PROMISES WERE BROKEN",
                options.seed(),
                findings.count(),
                elapsed());
        return findings.count() == 0;
    }

    private List<String> play(
            List<Scenario.Kind> kinds, Findings findings, @Nullable SmallDisk disk, @Nullable Clocks clocks)
            throws IOException {
        var lines = new ArrayList<String>();
        try (var play = new Play(nothing(), findings, disk, clocks)) {
            for (var kind : kinds) {
                int cycles = options.cycles().orElse(cycles(kind));
                int played = 0;
                while (played < cycles && play.cycle(kind, played)) {
                    played++;
                }
                lines.add("%s: %d cycles".formatted(Options.wire(kind), played));
                if (played < cycles) {
                    lines.add("ENDED HERE: the hubs did not come back");
                    break;
                }
            }
            lines.add("%d requests in the journal, %d accepted, %d reads of one's own writes"
                    .formatted(play.checker.verified(), play.clients.accepted(), play.clients.reads()));
        }
        return lines;
    }

    private int cycles(Scenario.Kind kind) {
        if (options.profile() == Options.Profile.LONG) {
            return kind == Scenario.Kind.CALLS ? 1 : LONG_CYCLES;
        }
        return switch (kind) {
            case KILL -> 6;
            case CONTEND, PAUSE -> 2;
            case NETWORK -> 5;
            case POISON, SKEW -> 3;
            case DISK, CALLS -> 1;
        };
    }

    private boolean seesFault(SeededFault fault) throws IOException {
        var findings = new Findings();
        try (var play = new Play(fault, findings, null, null)) {
            boolean goesOn = true;
            for (int cycle = 0; goesOn && cycle < CYCLES_TO_SEE_A_FAULT; cycle++) {
                goesOn = play.cycle(fault.scenario(), cycle);
                if (findings.count() > 0) {
                    System.out.printf(
                            "Reliability: %s was seen in cycle %d of %s, seed %d, in %s: %s%n",
                            Options.wire(fault),
                            cycle + 1,
                            Options.wire(fault.scenario()),
                            options.seed(),
                            elapsed(),
                            findings.all().getFirst());
                    return true;
                }
            }
        }
        System.out.printf(
                "Reliability: %s WAS NOT SEEN in %d cycles, seed %d%n",
                Options.wire(fault), CYCLES_TO_SEE_A_FAULT, options.seed());
        return false;
    }

    private String elapsed() {
        var elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return "%d min %02d s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    private static Fleet.Preparation nothing() {
        return new Fleet.Preparation() {
            @Override
            public Map<String, String> environment() {
                return Map.of();
            }

            @Override
            public void prepare(Database database) {}
        };
    }

    /** One fleet with its clients, and what is done to it. */
    private final class Play implements AutoCloseable {
        private final Findings findings;
        private final Fleet fleet;
        private final Journal journal;
        private final Clients clients;
        private final Checker checker;
        private final Stage stage;

        Play(Fleet.Preparation preparation, Findings findings, @Nullable SmallDisk disk, @Nullable Clocks clocks)
                throws IOException {
            var folder = Files.createDirectories(Path.of("target", "journals"));
            this.journal = new Journal(folder.resolve(
                    "journal-%d-%d.jsonl".formatted(ProcessHandle.current().pid(), System.currentTimeMillis())));
            System.out.println("Journal: " + journal.file());
            this.findings = findings;
            this.fleet = new Fleet(disk == null ? null : disk.dataFolder(), clocks, preparation);
            this.clients = new Clients(fleet, journal, findings, options.seed());
            this.checker = new Checker(fleet, journal, findings);
            this.stage = new Stage(
                    fleet,
                    clients,
                    findings,
                    options.seed(),
                    options.profile() == Options.Profile.LONG,
                    options.calls().orElse(options.profile() == Options.Profile.LONG ? LONG_CALLS : SHORT_CALLS),
                    disk,
                    clocks);
        }

        /** @return whether the hubs are there for another one */
        boolean cycle(Scenario.Kind kind, int cycle) {
            System.out.printf("%s: cycle %d (%s)%n", Options.wire(kind), cycle + 1, elapsed());
            if (kind != Scenario.Kind.CALLS) {
                clients.start(cycle);
            }
            try {
                Scenarios.of(kind, stage).disturb(cycle);
                Stage.sleep(Duration.ofMillis(500));
            } catch (AssertionError e) {
                findings.add("The scenario cannot go on: %s", e);
                if (!comesBack()) {
                    return false;
                }
            } finally {
                clients.stop();
            }
            checker.check(clients, new Random(options.seed() + cycle));
            return true;
        }

        private boolean comesBack() {
            try {
                fleet.heal();
                return true;
            } catch (AssertionError e) {
                findings.add("The hubs do not come back: %s", e);
                return false;
            }
        }

        @Override
        public void close() {
            fleet.close();
            journal.close();
        }
    }
}
