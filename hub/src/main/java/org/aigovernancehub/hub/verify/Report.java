package org.aigovernancehub.hub.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verification found, by check. A check that found nothing wrong is reported too: silence proves nothing. */
final class Report {
    /** More of the same says no more. */
    static final int SHOWN = 30;

    private final Map<String, List<String>> problems = new LinkedHashMap<>();
    private final Map<String, String> summaries = new LinkedHashMap<>();

    /** Opens a check, so that it is reported even if nothing is wrong. */
    void checked(String check, String summary) {
        problems.computeIfAbsent(check, _ -> new ArrayList<>());
        summaries.put(check, summary);
    }

    void problem(String check, String sentence) {
        problems.computeIfAbsent(check, _ -> new ArrayList<>()).add(sentence);
    }

    boolean isClean() {
        return problems.values().stream().allMatch(List::isEmpty);
    }

    List<String> problemsOf(String check) {
        return List.copyOf(problems.getOrDefault(check, List.of()));
    }

    void print(PrintStream out) {
        problems.forEach((check, sentences) -> {
            out.printf("%-5s %s: %s%n", sentences.isEmpty() ? "ok" : "FAIL", check, summaries.getOrDefault(check, ""));
            sentences.stream().limit(SHOWN).forEach(sentence -> out.println("        " + sentence));
            if (sentences.size() > SHOWN) {
                out.printf("        ... and %d more%n", sentences.size() - SHOWN);
            }
        });
        out.println(isClean() ? "The database keeps its promises." : "The database is damaged; see the lines above.");
    }
}
