package org.collegium.credentials.templates;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collegium.credentials.PagePdf;
import org.collegium.credentials.PagePdf.Typeface;
import org.jspecify.annotations.Nullable;

/** Lays a designed page out and prints it, and says where its blocks stand. */
final class PagePrinter {

    private static final double MILLIMETRE = 72 / 25.4;

    private PagePrinter() {}

    /** Where a block stands on the page, in millimetres. */
    record Spot(double left, double top, double width, double height) {

        double bottom() {
            return top + height;
        }
    }

    /**
     * A page that was printed.
     *
     * @param spots where those of the elements stand that take room
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    record Printed(byte[] pdf, Map<String, Spot> spots) {}

    /** Where those of these elements stand that take room. */
    static Map<String, Spot> layOut(String html, Design design, boolean rightToLeft, Collection<String> ids) {
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer =
                        builder(html, design, rightToLeft, drawer).buildPdfRenderer()) {
            renderer.layout();
            return spots(renderer, ids);
        }
    }

    static Printed print(String html, Design design, boolean rightToLeft, Collection<String> ids) {
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer =
                        builder(html, design, rightToLeft, drawer).buildPdfRenderer()) {
            renderer.layout();
            Map<String, Spot> spots = spots(renderer, ids);
            return new Printed(PagePdf.bytes(renderer), spots);
        }
    }

    private static Map<String, Spot> spots(PdfBoxRenderer renderer, Collection<String> ids) {
        double unit = renderer.getDotsPerPoint() * MILLIMETRE;
        Map<String, Spot> spots = new HashMap<>();
        for (String id : ids) {
            @Nullable Box box = renderer.getSharedContext().getBoxById(id);
            if (box != null) {
                spots.put(
                        id,
                        new Spot(
                                box.getAbsX() / unit,
                                box.getAbsY() / unit,
                                box.getWidth() / unit,
                                box.getHeight() / unit));
            }
        }
        return spots;
    }

    private static PdfRendererBuilder builder(String html, Design design, boolean rightToLeft, BatikSVGDrawer drawer) {
        Typeface chosen =
                new Typeface(design.typeface().family(), design.typeface().file());
        List<Typeface> typefaces = Stream.of(chosen, Typeface.SERIF).distinct().toList();
        return PagePdf.builder(html, typefaces, rightToLeft, drawer)
                .useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
    }
}
