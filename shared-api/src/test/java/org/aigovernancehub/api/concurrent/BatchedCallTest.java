package org.aigovernancehub.api.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shares a call with whom, and what becomes of it. */
@Timeout(60)
class BatchedCallTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<String>> batches = new ConcurrentLinkedQueue<>();
    /** A call ends when it gets one. */
    private final Semaphore ends = new Semaphore(0);

    private final Semaphore begun = new Semaphore(0);
    private BatchedCall<String, String> call = call(Duration.ofMinutes(10));

    @AfterEach
    void stop() {
        ends.release(1_000);
        threads.shutdownNow();
    }

    @Test
    void whoComesAloneIsAskedForAlone() {
        ends.release(2);

        assertThat(call.of("a1")).isEqualTo("found a1");
        assertThat(call.of("a2")).isEqualTo("found a2");
        assertThat(batches).containsExactly(List.of("a1"), List.of("a2"));
    }

    @Test
    void whoComesWhileOneIsUnderWaySharesTheNext() throws Exception {
        var answers = oneUnderWay();
        answers.addAll(waiting("a2", "a3", "a4"));
        endOneAndAwaitTheNext();
        ends.release();

        assertThat(results(answers)).containsExactly("found a1", "found a2", "found a3", "found a4");
        assertThat(batches).containsExactly(List.of("a1"), List.of("a2", "a3", "a4"));
    }

    @Test
    void noneSharesWithAnotherGroup_norWaitsForIt() throws Exception {
        var answers = oneUnderWay();
        answers.addAll(waiting("a2", "a3"));
        answers.add(threads.submit(() -> call.of("b1")));
        awaitOneMore();
        answers.addAll(waiting(3, "b2"));
        ends.release(4);

        assertThat(results(answers)).endsWith("found a2", "found a3", "found b1", "found b2");
        assertThat(batches)
                .startsWith(List.of("a1"), List.of("b1"))
                .contains(List.of("a2", "a3"), List.of("b2"))
                .hasSize(4);
    }

    @Test
    void aCallTakesNoMoreThanItMay() throws Exception {
        var answers = oneUnderWay();
        answers.addAll(waiting(IntStream.range(100, 150).mapToObj(n -> "a" + n).toArray(String[]::new)));
        endOneAndAwaitTheNext();
        endOneAndAwaitTheNext();
        ends.release();

        assertThat(results(answers)).contains("found a100", "found a149");
        assertThat(batches.stream().map(List::size)).containsExactly(1, 32, 18);
    }

    @Test
    void aFailureIsThatOfAllWhoSharedIt_andOfNobodyElse() throws Exception {
        var sound = oneUnderWay();
        var failing = waiting("a failure", "a4");
        endOneAndAwaitTheNext();
        ends.release();

        assertThat(results(sound)).containsExactly("found a1");
        for (var one : failing) {
            assertThatThrownBy(one::get).hasRootCauseMessage("it fails");
        }
        ends.release();
        assertThat(call.of("a5")).isEqualTo("found a5");
    }

    @Test
    void whoHasWaitedForLongWaitsNoMore() throws Exception {
        call = call(Duration.ofMillis(20));
        var hanging = oneUnderWay();

        assertThat(call.of("a free")).isEqualTo("found a free");
        assertThat(hanging).noneMatch(Future::isDone);
        ends.release();
        assertThat(results(hanging)).containsExactly("found a1");
        ends.release();
        assertThat(call.of("a3")).isEqualTo("found a3");
    }

    @Test
    void whoIsToldToEndAsksAlone() throws Exception {
        var hanging = oneUnderWay();
        var answer = new CompletableFuture<String>();
        var told = Thread.ofVirtual().start(() -> answer.complete(call.of("a free")));
        awaitWaiting(1);
        var other = waiting(2, "a4");

        told.interrupt();

        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("found a free");
        assertThat(batches).contains(List.of("a free"));
        assertThat(hanging).noneMatch(Future::isDone);
        ends.release(2);
        assertThat(results(other)).containsExactly("found a4");
    }

    @Test
    void whatIsFoundIsNoOlderThanTheQuestion() throws Exception {
        var now = new AtomicLong();
        var clock = new BatchedCall<Long, Long>(
                asked -> asked % 3,
                asked -> {
                    long read = now.get();
                    Thread.yield(); // others come meanwhile
                    return asked.stream().map(_ -> read).toList();
                },
                Duration.ofMinutes(10));
        var start = new CountDownLatch(1);
        var callers = IntStream.range(0, 16)
                .mapToObj(_ -> threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 2_000; i++) {
                        long asked = now.incrementAndGet();
                        assertThat(clock.of(asked)).isGreaterThanOrEqualTo(asked);
                    }
                    return "done";
                }))
                .toList();
        start.countDown();

        assertThat(results(callers)).hasSize(16).containsOnly("done");
    }

    private BatchedCall<String, String> call(Duration patience) {
        return new BatchedCall<>(key -> key.charAt(0), this::found, patience);
    }

    private List<String> found(List<String> keys) {
        batches.add(keys);
        begun.release();
        if (!keys.contains("a free")) {
            ends.acquireUninterruptibly();
        }
        if (keys.contains("a failure")) {
            throw new IllegalStateException("it fails");
        }
        return keys.stream().map(key -> "found " + key).toList();
    }

    private List<Future<String>> oneUnderWay() throws InterruptedException {
        var under = new ArrayList<Future<String>>();
        under.add(threads.submit(() -> call.of("a1")));
        awaitOneMore();
        return under;
    }

    private void endOneAndAwaitTheNext() throws InterruptedException {
        ends.release();
        awaitOneMore();
    }

    private void awaitOneMore() throws InterruptedException {
        assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks one after the other, each when the one before it waits. */
    private List<Future<String>> waiting(String... keys) throws InterruptedException {
        return waiting(1, keys);
    }

    /** @param first how many wait with the first of them */
    private List<Future<String>> waiting(int first, String... keys) throws InterruptedException {
        var asked = new ArrayList<Future<String>>();
        for (var key : keys) {
            asked.add(threads.submit(() -> call.of(key)));
            awaitWaiting(first + asked.size() - 1);
        }
        return asked;
    }

    private void awaitWaiting(int count) throws InterruptedException {
        while (call.waiting() < count) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static List<String> results(List<Future<String>> answers) throws Exception {
        var results = new ArrayList<String>();
        for (var answer : answers) {
            results.add(answer.get(30, TimeUnit.SECONDS));
        }
        return results;
    }
}
