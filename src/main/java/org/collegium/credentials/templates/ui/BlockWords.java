package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.DesignFault;

/** How blocks and languages are called. */
final class BlockWords {

    private static final int LONGEST = 40;

    private BlockWords() {}

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation("credentials.design." + key, arguments);
    }

    static String kind(Block block) {
        return switch (block) {
            case Block.Logo logo -> text("block.logo");
            case Block.Words words -> text(words.heading() ? "block.heading" : "block.words");
            case Block.Fact fact -> text("block.fact." + fact.what());
            case Block.Signatures signatures -> text("block.signatures");
            case Block.Check check -> text("block.check");
            case Block.Rule rule -> text("block.rule");
            case Block.Room room -> text(room.grows() ? "block.room.grows" : "block.room");
            case Block.Columns columns ->
                text("block.columns." + columns.columns().size());
        };
    }

    /** What tells this block from others of its kind; empty where nothing does. */
    static String detail(Block block, Design design) {
        String detail = switch (block) {
            case Block.Words words -> words.text().first(design.languages());
            case Block.Signatures signatures ->
                String.join(
                        ", ",
                        signatures.people().stream().map(Block.Signatory::name).toList());
            case Block.Room room -> room.height() + " mm";
            default -> "";
        };
        return detail.length() > LONGEST
                ? detail.substring(0, detail.offsetByCodePoints(0, LONGEST - 4)) + "…"
                : detail;
    }

    static String language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String own = language.getDisplayName(language);
        String here = language.getDisplayName(UI.getCurrent().getLocale());
        return own.equalsIgnoreCase(here) ? here : here + " (" + own + ")";
    }

    static List<String> known() {
        return List.of(
                "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "hi", "hr",
                "hu", "id", "is", "it", "lt", "lv", "mk", "mr", "ms", "mt", "nb", "ne", "nl", "nn", "pl", "ps", "pt",
                "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tr", "uk", "ur", "vi", "zh-Hans");
    }

    static String fault(DesignFault fault) {
        return UI.getCurrent().getTranslation(fault.code(), fault.arguments().toArray());
    }
}
