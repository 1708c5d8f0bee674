package org.collegium.assessment.exchange;

import java.util.Optional;
import org.collegium.content.HtmlMarkdown;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/** Hears what is lost of the texts of one item. */
final class ItemTexts implements HtmlMarkdown.Listener {

    private final Reading.Item item;
    private final Place place;
    private final Files files;

    /** The files that come with a text. */
    @FunctionalInterface
    interface Files {

        /** A file that there is, by the path that a text has for it; under the path where it is kept. */
        Optional<SourceFile> find(String source);
    }

    static final Files NONE = source -> Optional.empty();

    ItemTexts(Reading.Item item, Place place, Files files) {
        this.item = item;
        this.place = place;
        this.files = files;
    }

    @Override
    public void plainer(String tag) {
        item.plainer(place, tag);
    }

    @Override
    public void lost(String tag) {
        item.lost(place, "<" + tag + ">");
    }

    @Override
    public Optional<String> picture(String source) {
        if (source.startsWith("https://") || source.startsWith("http://")) {
            return Optional.of(source);
        }
        Optional<String> kept = files.find(source).flatMap(file -> item.file(file));
        if (kept.isEmpty()) {
            item.pictureLost(place, source);
        }
        return kept;
    }
}
