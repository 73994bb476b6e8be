package org.aigovernancehub.command.report.paper;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits text into runs that a face can print. What no face has is printed by its number; an empty box would say nothing. */
final class Typesetting {
    /** Scripts that need no shaping and no other direction: printed letter after letter, they are right. */
    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private static final Face[] OTHERS = {Face.SANS, Face.WIDE, Face.CJK};

    /**
     * Text of one face.
     *
     * @param byNumber whether it stands for a character that cannot be printed
     */
    record Run(Face face, String text, boolean byNumber) {}

    private Typesetting() {}

    /** Splits a text that stands in a face, and notes what cannot be printed. */
    static List<Run> runs(String text, Face face, Unprintable unprintable) {
        var runs = new ArrayList<Run>();
        var pending = new StringBuilder();
        Face present = face;
        var points =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            if (point == '\n' || point == '\t' || point == ' ') {
                pending.appendCodePoint(point);
                continue;
            }
            if (point == '\r') {
                continue; // a line ends with its line feed
            }
            var fitting = fitting(point, face);
            if (fitting != present || fitting == null) {
                flush(runs, pending, present);
                present = fitting == null ? face : fitting;
            }
            if (fitting == null) {
                unprintable.add(point);
                runs.add(new Run(Face.MONO, "U+%04X".formatted(point), true));
            } else {
                pending.appendCodePoint(point);
            }
        }
        flush(runs, pending, present);
        return runs;
    }

    private static void flush(List<Run> runs, StringBuilder pending, Face face) {
        if (!pending.isEmpty()) {
            runs.add(new Run(face, pending.toString(), false));
            pending.setLength(0);
        }
    }

    private static @Nullable Face fitting(int point, Face face) {
        if (!isPlain(point)) {
            return null;
        }
        if (face.covers(point)) {
            return face;
        }
        for (var other : OTHERS) {
            if (other.covers(point)) {
                return other;
            }
        }
        return null;
    }

    /** Tells whether a character is only itself: none that is invisible, turns the direction of others or has no meaning. */
    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> SCRIPTS.contains(UnicodeScript.of(point));
        };
    }
}
