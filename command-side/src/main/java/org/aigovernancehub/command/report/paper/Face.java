package org.aigovernancehub.command.report.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;

/** The faces that a report is printed in, all of them in the jar. */
enum Face {
    SERIF("SourceSerif4-SemiBold"),
    SANS("IBMPlexSans-Regular"),
    BOLD("IBMPlexSans-SemiBold"),
    MONO("IBMPlexMono-Regular"),
    /** What the product's own faces lack of Latin, Greek and Cyrillic, and signs. */
    WIDE("DejaVuSans"),
    /** Chinese, Japanese and Korean. */
    CJK("DroidSansFallback");

    private static final int PLANE = 0x10000;

    private final String file;
    private final byte[] content;
    private final BitSet covered = new BitSet(PLANE);

    Face(String file) {
        this.file = file + ".ttf";
        this.content = read(this.file);
        var font = open();
        for (int point = ' '; point < PLANE; point++) {
            if (!Character.isSurrogate((char) point) && font.charExists(point)) {
                covered.set(point);
            }
        }
    }

    /** Returns the family's name in style sheets. */
    String family() {
        return switch (this) {
            case SERIF -> "serif";
            case SANS, BOLD -> "sans";
            case MONO -> "mono";
            case WIDE -> "wide";
            case CJK -> "cjk";
        };
    }

    boolean covers(int codePoint) {
        return codePoint < PLANE && covered.get(codePoint);
    }

    /** Opens the font anew: what a document notes in one must not reach another document, nor another thread. */
    BaseFont open() {
        try {
            var font = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, content, null);
            font.setSubset(true);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The font %s cannot be read".formatted(file), e);
        }
    }

    /** Returns six letters that are this face's in every document; the library would draw lots. */
    double[] lots() {
        var letters = new double[6];
        Arrays.setAll(letters, place -> (file.charAt(place * 2 % file.length()) * 7 + place * 3) % 26 / 26.0 + 0.01);
        return letters;
    }

    private static byte[] read(String file) {
        try (var stream = Face.class.getResourceAsStream("/report/fonts/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The font %s cannot be read".formatted(file), e);
        }
    }
}
