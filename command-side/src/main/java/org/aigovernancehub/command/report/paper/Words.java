package org.aigovernancehub.command.report.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.report.content.ComplianceReport;
import org.jspecify.annotations.Nullable;

/** How templates write things, the same in every time zone and locale. */
public final class Words {
    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TO_MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** An event's number: {@code #18,204}. */
    public String ref(long position) {
        return String.format(Locale.ROOT, "#%,d", position);
    }

    public String time(Instant instant) {
        return TO_SECONDS.format(instant) + " UTC";
    }

    public String exactTime(Instant instant) {
        return TO_MICROS.format(instant) + " UTC";
    }

    public String date(Instant instant) {
        return TO_MICROS.format(instant).substring(0, 10);
    }

    /** The time of the day, to the microsecond. */
    public String clock(Instant instant) {
        return TO_MICROS.format(instant).substring(11);
    }

    /** The time of the day, to the second. */
    public String timeOfDay(Instant instant) {
        return time(instant).substring(11);
    }

    /** Whether events of it were made up. */
    public boolean isDemonstration(ComplianceReport report) {
        return report.trail().stream().anyMatch(ComplianceReport.TrailEntry::demo);
    }

    public String label(Wire value) {
        return switch (value.wire()) {
            case "pii" -> "Personal data (PII)";
            case "phi" -> "Health data (PHI)";
            case "pci" -> "Payment card data (PCI)";
            default -> sentence(value.wire());
        };
    }

    /** The first letter large, underscores as blanks. */
    public String sentence(String wire) {
        var words = wire.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A measured value, with all its digits and no more. */
    public String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e15
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    public boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Where the EU AI Act speaks of a risk class; a pointer. */
    public String act(RiskLevel level) {
        return switch (level) {
            case UNCLASSIFIED -> "not classified yet; Articles 5 and 6 and Annex III say how";
            case MINIMAL -> "no obligations of its own; Article 95, voluntary codes of conduct";
            case LIMITED -> "Article 50, transparency obligations";
            case HIGH -> "Article 6 and Annex III, high-risk AI systems";
            case UNACCEPTABLE -> "Article 5, prohibited AI practices";
        };
    }

    /** The filled bars of the risk glyph, from one to four; none where there is no class. */
    public int bars(RiskLevel level) {
        return switch (level) {
            case UNCLASSIFIED -> 0;
            case MINIMAL -> 1;
            case LIMITED -> 2;
            case HIGH -> 3;
            case UNACCEPTABLE -> 4;
        };
    }

    public String solid(RiskLevel level) {
        return switch (level) {
            case UNCLASSIFIED -> "#656E75";
            case MINIMAL -> "#2F9576";
            case LIMITED -> "#0B62B8";
            case HIGH -> "#D35400";
            case UNACCEPTABLE -> "#851B37";
        };
    }

    public String ink(RiskLevel level) {
        return switch (level) {
            case UNCLASSIFIED -> "#4B535A";
            case MINIMAL -> "#1B664F";
            case LIMITED -> "#084A8C";
            case HIGH -> "#963B00";
            case UNACCEPTABLE -> "#6E1430";
        };
    }

    public List<Integer> four() {
        return List.of(0, 1, 2, 3);
    }
}
