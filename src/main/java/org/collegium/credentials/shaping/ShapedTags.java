package org.collegium.credentials.shaping;

import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;

/** Makes text of the pictures that {@link ShapedDrawer} drew, as far as one hears the page: a name is no picture. */
public final class ShapedTags {

    private ShapedTags() {}

    /** Says of each such word what it reads. */
    public static void say(PDDocument document) {
        @Nullable PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            say(root);
        }
    }

    private static void say(PDStructureNode node) {
        List<Object> kids = node.getKids();
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                said(element).ifPresent(word -> {
                    element.setStructureType("Span");
                    element.setActualText(word);
                    element.getCOSObject().removeItem(COSName.ALT);
                    element.getCOSObject().removeItem(COSName.A);
                });
                say(element);
            }
        }
    }

    private static Optional<String> said(PDStructureElement element) {
        return Optional.ofNullable(element.getAlternateDescription()).flatMap(ShapedText::said);
    }
}
