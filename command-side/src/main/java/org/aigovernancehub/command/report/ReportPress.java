package org.aigovernancehub.command.report;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.springframework.stereotype.Component;

/** Makes few reports at a time, and none for ever: they cost memory and a core, which commands need. */
@Component
final class ReportPress implements AutoCloseable {
    private static final int BUSY_SECONDS = 5;
    private static final int SLOW_SECONDS = 60;
    private static final int IDLE_SECONDS = 30;

    private final ReportLimits limits;
    private final ThreadPoolExecutor threads;

    ReportPress(ReportLimits limits) {
        this.limits = limits;
        this.threads = new ThreadPoolExecutor(
                0,
                limits.atOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("report-", 0).factory());
    }

    /**
     * Runs the work, beside at most a few others.
     *
     * @throws ProblemException {@code unavailable} where as many as may be are at work, or this one takes too long
     */
    <T> T run(Callable<T> work) {
        try {
            var result = threads.submit(work);
            try {
                return result.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                result.cancel(true); // without effect where it is done
            }
        } catch (RejectedExecutionException _) {
            throw unavailable(
                    "%d reports are being made, which is as many as may be.".formatted(limits.atOnce()), BUSY_SECONDS);
        } catch (TimeoutException _) {
            throw unavailable(
                    "The report took longer than %d seconds and was given up."
                            .formatted(limits.time().toSeconds()),
                    SLOW_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The hub is stopping.", BUSY_SECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
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
