package org.collegium.credentials.shaping;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Element;

/** Draws the words that {@link ShapedText} found; leaves all other drawings of a page to another. */
public final class ShapedDrawer implements SVGDrawer {

    private static final String FALLBACK = "SourceSerif4";

    private final SVGDrawer others;
    private final String latin;

    /**
     * Made for one page.
     *
     * @param latin how the names of the files of the typeface for Latin letters begin
     */
    public ShapedDrawer(SVGDrawer others, String latin) {
        this.others = others;
        this.latin = latin;
    }

    @Override
    public SVGImage buildSVGImage(
            Element element, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        if (!element.hasAttribute(ShapedText.FONT)) {
            return others.buildSVGImage(element, box, context, width, height, dotsPerPixel);
        }
        String font = element.getAttribute(ShapedText.FONT);
        String word = ShapedText.said(element.getAttribute("alt")).orElseThrow();
        return new ShapedWord(word, font.isEmpty() ? latin(word) : font, box, context);
    }

    /** That of the page where it has all letters, else the one that has most. */
    private String latin(String word) {
        return ShapedFont.of(latin + "_400Regular").has(word) ? latin : FALLBACK;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        others.importFontFaceRules(rules, shared);
    }

    @Override
    public SVGImage buildStandaloneSVGImage(
            Element element, String base, double width, double height, double dotsPerPixel) {
        return others.buildStandaloneSVGImage(element, base, width, height, dotsPerPixel);
    }

    @Override
    public void withUserAgent(UserAgentCallback userAgent) {
        others.withUserAgent(userAgent);
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style)
            throws IOException, FontFormatException {
        others.addFontFile(file, family, weight, style);
    }

    @Override
    public void addFontStream(FSSupplier<InputStream> file, String family, Integer weight, FontStyle style)
            throws IOException, FontFormatException {
        others.addFontStream(file, family, weight, style);
    }

    @Override
    public void close() throws IOException {
        others.close();
    }
}
