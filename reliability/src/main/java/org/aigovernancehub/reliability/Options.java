package org.aigovernancehub.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aigovernancehub.reliability.fault.SeededFault;
import org.aigovernancehub.reliability.scenario.Scenario;

/**
 * What somebody asked for.
 *
 * @param cycles of each scenario; empty for as many as the profile has
 * @param calls of the API; empty for as many as the profile has
 * @param fault empty for a hub as it is built
 */
record Options(
        Profile profile,
        long seed,
        Optional<Integer> cycles,
        Optional<Integer> calls,
        Optional<SeededFault> fault,
        List<Scenario.Kind> scenarios) {

    /** The one that continuous integration runs, too. */
    static final long SEED = 20_261_126;

    /** How much is tried, and how bad it gets. */
    enum Profile {
        SHORT,
        LONG
    }

    static Options of(String... arguments) {
        var profile = Profile.SHORT;
        long seed = SEED;
        Optional<Integer> cycles = Optional.empty();
        Optional<Integer> calls = Optional.empty();
        Optional<SeededFault> fault = Optional.empty();
        var scenarios = new ArrayList<Scenario.Kind>();
        for (var argument : arguments) {
            var value = argument.replaceFirst("^--[a-z]+=", "");
            if (argument.startsWith("--profile=")) {
                profile = named(Profile.class, value);
            } else if (argument.startsWith("--seed=")) {
                seed = Long.parseLong(value);
            } else if (argument.startsWith("--cycles=")) {
                cycles = Optional.of(Integer.parseInt(value));
            } else if (argument.startsWith("--calls=")) {
                calls = Optional.of(Integer.parseInt(value));
            } else if (argument.startsWith("--fault=")) {
                fault = Optional.of(named(SeededFault.class, value));
            } else {
                scenarios.add(named(Scenario.Kind.class, argument));
            }
        }
        return new Options(profile, seed, cycles, calls, fault, List.copyOf(scenarios));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wire(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s"
                        .formatted(
                                name,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Options::wire)
                                        .collect(Collectors.joining(", ")))));
    }

    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
