package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;

/** What a part of a unit is called. */
final class PartWords {

    private static final String CELL = "cell:";

    private PartWords() {}

    /**
     * @param part its key; empty for all of the unit
     * @param titles what parts are called, by key
     */
    static String of(Component place, String part, Map<String, String> titles) {
        if (part.isEmpty()) {
            return place.getTranslation("integrity.piece.all");
        }
        if (part.equals("code")) {
            return place.getTranslation("integrity.piece.code");
        }
        return part.startsWith(CELL)
                ? place.getTranslation("integrity.piece.cell", part.substring(CELL.length()))
                : place.getTranslation("integrity.piece.question", titles.getOrDefault(part, part));
    }
}
