package org.collegium.assessment.exchange;

import java.util.Optional;
import org.collegium.source.Place;

/** Hears what is lost of the texts of one item. */
final class ItemTexts implements HtmlMarkdown.Listener {

    private final Reading.Item item;
    private final Place place;
    private final Files files;

    /** The files that come with a text. */
    @FunctionalInterface
    interface Files {

        /** A file that there is, by the path that a text has for it. */
        Optional<Found> find(String source);

        /** @param path under which it is kept */
        record Found(String path, byte[] content) {}
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
        Optional<String> kept = files.find(source).flatMap(file -> item.file(place, file.path(), file.content()));
        if (kept.isEmpty()) {
            item.pictureLost(place, source);
        }
        return kept;
    }
}
