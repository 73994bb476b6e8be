package org.aigovernancehub.reliability.check;

import java.util.ArrayList;
import java.util.List;

/** Broken promises, as they come to light; from any thread. */
public final class Findings {
    private static final int SHOWN = 10;

    private final List<String> sentences = new ArrayList<>();
    private boolean ended;

    public Findings() {
        // Whoever ends the run by a signal ends its hubs too: what is noticed of that breaks no promise.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "findings-end"));
    }

    private synchronized void end() {
        ended = true;
    }

    public synchronized void add(String sentence, Object... arguments) {
        if (ended) {
            return;
        }
        var whole = arguments.length == 0 ? sentence : sentence.formatted(arguments);
        sentences.add(whole);
        if (sentences.size() <= SHOWN) {
            System.out.println("  BROKEN: " + whole.replaceAll("\\s+", " "));
        }
    }

    public synchronized List<String> all() {
        return List.copyOf(sentences);
    }

    public synchronized int count() {
        return sentences.size();
    }
}
