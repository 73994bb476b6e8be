package org.aigovernancehub.hub.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does many things at once, let loose together. */
public final class Together {
    private static final long PATIENCE_SECONDS = 120;
    private static final int FEW = 6;

    private Together() {}

    /** Runs one task a number, all at the same time, and returns their results in the order of the numbers. */
    public static <T> List<T> run(int count, IntFunction<T> task) {
        return run(IntStream.range(0, count)
                .mapToObj(i -> (Callable<T>) () -> task.apply(i))
                .toList());
    }

    public static <T> List<T> run(List<Callable<T>> tasks) {
        return run(tasks, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Runs tasks a few at a time, for the sake of speed and not of contention. */
    public static <T> List<T> runFewAtATime(List<Callable<T>> tasks) {
        return run(tasks, Executors.newFixedThreadPool(FEW));
    }

    private static <T> List<T> run(List<Callable<T>> tasks, ExecutorService executor) {
        var start = new CountDownLatch(1);
        try (var threads = executor) {
            List<Future<T>> running = new ArrayList<>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
