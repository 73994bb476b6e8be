package org.aigovernancehub.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.api.event.EventFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the read models up with the events: one thread applies what is new to the live generation, another one builds a new generation
 * when asked. Every query hub runs both; the database decides who is next.
 */
public final class ReadModels implements AutoCloseable {
    /** The shape that this version's projections give their tables; to be raised with every change of what they write. */
    static final int FORMAT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ReadModels.class);
    private static final int LIVE_BATCH = 500;
    private static final int BUILD_BATCH = 2_000;
    private static final long LOOK_MILLIS = 250;
    /** How long a batch takes at least: under load more events share one. The first event after a pause is applied at once. */
    private static final long BATCH_MILLIS = 20;

    private static final long TAKEN_MILLIS = 50;
    private static final long FAILED_MILLIS = 1_000;
    /** Longer than any transaction of a read may last. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** To make the indexes of a table of as many rows as a hub may ever have; nobody waits for it. */
    private static final Duration LONGEST_INDEXING = Duration.ofHours(2);

    private final Projector projector;
    private final GenerationStore generations;
    private final DeadLetters letters;
    private final EventFeed feed;
    private final List<String> projections;
    private final Signal news = new Signal();
    private final Signal progress;
    private final Thread follower;
    private final Thread builder;
    private long noticed;
    private volatile boolean closed;
    private volatile boolean adopted;
    private volatile @Nullable String failure;

    /** @param progress raised whenever the live generation has moved, whichever hub moved it */
    ReadModels(
            Projector projector,
            GenerationStore generations,
            DeadLetters letters,
            EventFeed feed,
            List<String> projections,
            Signal progress) {
        this.projector = projector;
        this.generations = generations;
        this.letters = letters;
        this.feed = feed;
        this.projections = List.copyOf(projections);
        this.progress = progress;
        this.follower = Thread.ofPlatform().name("projections").daemon().unstarted(this::follow);
        this.builder = Thread.ofPlatform().name("rebuild").daemon().unstarted(this::build);
    }

    void start() {
        follower.start();
        builder.start();
    }

    /** Returns both generations. */
    public List<Generation> generations() {
        return generations.all();
    }

    /** Returns the generation that answers reads. */
    public Generation live() {
        return generations.all().stream()
                .filter(generation -> generation.state() == Generation.State.LIVE)
                .findFirst()
                .orElseThrow();
    }

    public List<DeadLetter> deadLetters() {
        return letters.all(live());
    }

    /** Returns the names of what every generation is made of. */
    public List<String> projections() {
        return projections;
    }

    /** Returns why events are not applied at present; empty if they are. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Tells whether the threads that apply events are alive; an error that nobody foresaw would have ended them. */
    public boolean isRunning() {
        return follower.isAlive() && builder.isAlive();
    }

    private void follow() {
        try (var _ = feed.onNewPositions(news::raise)) {
            while (!closed) {
                long seen = news.seen();
                long pause = attempt();
                if (pause > 0) {
                    news.await(seen, pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Applies what is new, and returns how long to wait for more. */
    private long attempt() throws InterruptedException {
        try {
            adopt();
            long began = System.nanoTime();
            var step = projector.step(Generation.State.LIVE, LIVE_BATCH);
            failure = null;
            if (step == Projector.Step.ADVANCED) {
                progress.raise();
            }
            return switch (step) {
                case ADVANCED -> {
                    TimeUnit.MILLISECONDS.sleep(BATCH_MILLIS - since(began));
                    yield 0;
                }
                case IDLE -> {
                    noticeOthers();
                    yield LOOK_MILLIS;
                }
                case TAKEN -> {
                    noticeOthers();
                    yield TAKEN_MILLIS;
                }
            };
        } catch (RuntimeException e) {
            if (!closed) {
                failure = Cause.of(e);
                LOG.warn("Events cannot be applied at present: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(FAILED_MILLIS);
            }
            return 0;
        }
    }

    private static long since(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** Another hub may be the one that applies events: who waits for them here must be woken too. */
    private void noticeOthers() {
        long position = live().position();
        if (position != noticed) {
            noticed = position;
            progress.raise();
        }
    }

    private void build() {
        while (!closed) {
            try {
                adopt();
                rebuildOutdated();
                if (projector.begin(SETTLED, FORMAT)) {
                    LOG.info("Building a new generation of the read models");
                }
                catchUp();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("The new generation cannot be built at present: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void catchUp() {
        var step = projector.step(Generation.State.BUILDING, BUILD_BATCH);
        while (!closed
                && (step == Projector.Step.ADVANCED
                        || step == Projector.Step.IDLE && projector.index(LONGEST_INDEXING))) {
            step = projector.step(Generation.State.BUILDING, BUILD_BATCH);
        }
        if (step == Projector.Step.IDLE && projector.switchOver()) {
            progress.raise();
        }
    }

    /** Before the first event is applied to a new database, or it would be built a second time at once. */
    private void adopt() {
        if (!adopted) {
            generations.adoptEmpty(FORMAT);
            adopted = true;
        }
    }

    /** What another version of the hub has filled is rebuilt by itself; it answers reads until then. */
    private void rebuildOutdated() {
        var all = generations.all();
        boolean outdated = all.stream()
                .anyMatch(generation -> generation.state() == Generation.State.LIVE && generation.format() < FORMAT);
        if (outdated) {
            generations.request();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(FAILED_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
        builder.interrupt();
        try {
            follower.join(TimeUnit.SECONDS.toMillis(10));
            builder.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
