package org.aigovernancehub.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.junit.jupiter.api.Test;

class ReportPressTest {

    @Test
    void oneMoreThanMayBeIsRefusedForTheMomentAndAdmittedLater() throws Exception {
        try (var press = new ReportPress(new ReportLimits(1, Duration.ofMinutes(1), 10))) {
            var started = new CountDownLatch(1);
            var free = new CountDownLatch(1);
            var first = Thread.ofPlatform()
                    .start(() -> press.run(() -> {
                        started.countDown();
                        return free.await(1, TimeUnit.MINUTES);
                    }));
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();

            assertThatThrownBy(() -> press.run(() -> "second")).satisfies(ReportPressTest::isUnavailable);

            free.countDown();
            first.join();
            assertThat(press.run(() -> "third")).isEqualTo("third");
        }
    }

    @Test
    void whatTakesTooLongIsGivenUpAndInterrupted() throws Exception {
        try (var press = new ReportPress(new ReportLimits(1, Duration.ofMillis(50), 10))) {
            var interrupted = new CountDownLatch(1);
            assertThatThrownBy(() -> press.run(() -> {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException _) {
                            interrupted.countDown();
                        }
                        return "late";
                    }))
                    .satisfies(ReportPressTest::isUnavailable);
            assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aProblemOfTheWorkIsToldAsItIs() {
        try (var press = new ReportPress(ReportLimits.DEFAULT)) {
            assertThatThrownBy(() -> press.run(() -> {
                        throw new ProblemException(ProblemType.REPORT_TOO_LARGE, "too large");
                    }))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("too large");
        }
    }

    private static void isUnavailable(Throwable failure) {
        var problem = (ProblemException) failure;
        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.members()).containsKey("retry_after");
    }
}
