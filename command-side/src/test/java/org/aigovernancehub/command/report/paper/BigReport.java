package org.aigovernancehub.command.report.paper;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.aigovernancehub.command.report.ReportFixture;
import org.aigovernancehub.command.report.content.ReportFold;

/** Prints the report of a large model and says what it took; in a virtual machine of its own, whose memory is limited. */
final class BigReport {

    private BigReport() {}

    /** @param arguments how many versions, metrics and events */
    public static void main(String[] arguments) {
        var sources = ReportFixture.big(
                        Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .sources();
        for (var run : new String[] {"first", "second"}) {
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var pdf = PaperRenderer.pdf(ReportFold.fold(sources), 2_000, 48 << 20);
            System.out.printf(
                    Locale.ROOT,
                    "%s report: %,d events, %.1f s (%.1f s of CPU), %,d bytes, heap of at most %,d MB%n",
                    run,
                    sources.model().size(),
                    (System.nanoTime() - start) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / 1e9,
                    pdf.length,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
