package org.aigovernancehub.command.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A long report needs no more memory than it is said to: docs/reports.md names the figure. */
class BigReportTest {

    @Test
    void aModelOfFiveThousandEventsIsPrintedInAHundredAndSixtyMegabytes() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigReport.class.getName(),
                        "200",
                        "2000",
                        "5000")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("second report: 5,000 events");
    }
}
