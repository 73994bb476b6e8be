package org.aigovernancehub.command.report;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.springframework.stereotype.Component;

/** Makes few reports at a time, and none for ever: they cost memory and a core, which commands need. */
@Component
final class ReportPress implements AutoCloseable {
    private static final int BUSY_SECONDS = 5;
    private static final int SLOW_SECONDS = 60;

    private final ReportLimits limits;
    private final Semaphore places;
    private final ExecutorService threads;

    ReportPress(ReportLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("report-", 0).factory());
    }

    /**
     * Runs the work, beside at most a few others.
     *
     * @throws ProblemException {@code unavailable} where as many as may be are at work, or this one takes too long
     */
    <T> T run(Callable<T> work) {
        if (!places.tryAcquire()) {
            throw unavailable(
                    "As many reports are being made as may be at a time: %d.".formatted(limits.atOnce()), BUSY_SECONDS);
        }
        var place = new Place(places);
        var task = new FutureTask<>(() -> {
            // Left before the answer is there: whoever has it may ask for the next report at once.
            try (place) {
                return work.call();
            }
        });
        try {
            threads.execute(() -> {
                try (place) {
                    task.run();
                }
            });
            return task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw unavailable(
                    "The report took longer than %d seconds and was given up."
                            .formatted(limits.time().toSeconds()),
                    SLOW_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The hub is stopping.", BUSY_SECONDS);
        } catch (RejectedExecutionException _) {
            throw unavailable("The hub is stopping.", BUSY_SECONDS);
        } catch (ExecutionException e) {
            throw failure(java.util.Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            task.cancel(true); // without effect where it is done
        }
    }

    /** A place at work, which is left once; one that was given up is left when its thread has stopped. */
    private record Place(Semaphore places, AtomicBoolean left) implements AutoCloseable {
        Place(Semaphore places) {
            this(places, new AtomicBoolean());
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case CancellationException _ -> unavailable("The report was given up.", BUSY_SECONDS);
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    private static ProblemException unavailable(String why, int seconds) {
        return new ProblemException(ProblemType.UNAVAILABLE, why + " Nothing was recorded; repeat after Retry-After.")
                .with("retry_after", seconds);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
