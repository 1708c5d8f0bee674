package org.collegium.credentials.signed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collegium.credentials.templates.BadgeLook;
import org.collegium.credentials.templates.Picture;
import org.collegium.shared.BrandColour;

/** The picture of an achievement as SVG: the colour of its partner, the mark, the title; deterministic. */
final class BadgePicture {

    private static final int LINE = 22;
    private static final int LINES = 4;
    private static final String MARK =
            "M18.87 18.19A9.25 9.25 0 0 1 12.52 21.24M10.43 21.12A9.25 9.25 0 0 1 4.46 17.36M3.45 15.52A9.25 9.25 0 0 1 3.45"
                    + " 8.48M4.46 6.64A9.25 9.25 0 0 1 10.43 2.88M12.52 2.76A9.25 9.25 0 0 1 18.87 5.81";

    private static final String OWN =
            "<g transform=\"translate(164 44) scale(3)\" stroke=\"#fff\" fill=\"none\" stroke-width=\"2.4\"><path d=\""
                    + MARK + "\"/><circle cx=\"12\" cy=\"12\" r=\"3.9\" fill=\"#fff\" stroke=\"none\"/></g>";

    private BadgePicture() {}

    /**
     * The picture.
     *
     * @param baked what is put into it for programs; empty for nothing
     */
    static byte[] svg(String title, String partner, BadgeLook look, String baked) {
        String ground = new BrandColour(look.colour()).ground().hex();
        StringBuilder svg = new StringBuilder()
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"400\" height=\"400\"")
                .append(" role=\"img\">")
                .append("<title>" + escaped(title + ", " + partner) + "</title>");
        if (!baked.isEmpty()) {
            svg.append("<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><![CDATA[")
                    .append(baked.replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]></openbadges:credential>");
        }
        svg.append("<circle cx=\"200\" cy=\"200\" r=\"196\" fill=\"" + ground + "\"/>")
                .append("<circle cx=\"200\" cy=\"200\" r=\"180\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\"/>");
        svg.append(look.logo().map(BadgePicture::logo).orElse(OWN));
        List<String> lines = lines(title);
        int top = 205 - (lines.size() - 1) * 18;
        for (int line = 0; line < lines.size(); line++) {
            svg.append(text(top + line * 36, 28, 600, lines.get(line)));
        }
        svg.append(text(312, 15, 400, shortened(partner, 36)));
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The partner's own, on white, so that it can be seen whatever its colours. */
    private static String logo(Picture logo) {
        return "<circle cx=\"200\" cy=\"84\" r=\"48\" fill=\"#fff\"/><image x=\"168\" y=\"52\" width=\"64\" height=\"64\""
                + " preserveAspectRatio=\"xMidYMid meet\" href=\"" + logo.address() + "\"/>";
    }

    private static String text(int baseline, int size, int weight, String text) {
        return "<text x=\"200\" y=\"" + baseline + "\" text-anchor=\"middle\" fill=\"#fff\" font-size=\"" + size
                + "\" font-weight=\"" + weight + "\" font-family=\"'Source Serif 4', Georgia, 'Noto Serif', serif\">"
                + escaped(text) + "</text>";
    }

    /** At most four lines, broken between words; what is longer ends with an ellipsis. */
    static List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.strip().split("\\s++")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(shortened(word, LINE));
        }
        lines.add(line.toString());
        if (lines.size() > LINES) {
            List<String> first = new ArrayList<>(lines.subList(0, LINES));
            first.set(LINES - 1, shortened(first.get(LINES - 1) + " " + lines.get(LINES), LINE));
            return first;
        }
        return lines;
    }

    private static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cc}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
