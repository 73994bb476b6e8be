package org.aigovernancehub.command.report.paper;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.FontFamily;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.render.FSFont;

/** The fonts of one document. No other can be had: neither the viewer's standard fonts, which are not embedded, nor one of the machine. */
final class FontSet extends ITextFontResolver {
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, FontDescription> descriptions = new EnumMap<>(Face.class);

    FontSet() {
        for (var face : Face.values()) {
            var font = face.open();
            font.setSecureRandom(new Lots(face.lots()));
            fonts.put(face, font);
            descriptions.put(face, new FontDescription(font, IdentValue.NORMAL, face == Face.BOLD ? BOLD : REGULAR));
        }
    }

    BaseFont font(Face face) {
        return Objects.requireNonNull(fonts.get(face));
    }

    @Override
    protected Map<String, FontFamily> loadFonts() {
        return new java.util.HashMap<>();
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification specification) {
        return new ITextFSFont(Objects.requireNonNull(descriptions.get(face(specification))), specification.size());
    }

    private static Face face(FontSpecification specification) {
        var family = specification.families().length == 0 ? "" : specification.families()[0];
        return switch (family) {
            case "serif" -> Face.SERIF;
            case "mono" -> Face.MONO;
            case "wide" -> Face.WIDE;
            case "cjk" -> Face.CJK;
            default -> isBold(specification.fontWeight()) ? Face.BOLD : Face.SANS;
        };
    }

    private static boolean isBold(@org.jspecify.annotations.Nullable IdentValue weight) {
        return IdentValue.BOLD.equals(weight)
                || IdentValue.FONT_WEIGHT_600.equals(weight)
                || IdentValue.FONT_WEIGHT_700.equals(weight);
    }

    /** Always draws the same: names of subsets must be the same in every document. */
    private static final class Lots extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final double[] lots;
        private int drawn;

        Lots(double[] lots) {
            this.lots = lots.clone();
        }

        @Override
        public double nextDouble() {
            return lots[drawn++ % lots.length];
        }
    }
}
