package org.collegium.assessment.exchange;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.HtmlMarkdown;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/** Hears what is lost of the texts of one item. */
final class ItemTexts implements HtmlMarkdown.Listener {

    private static final String WITHIN = "data:image/";
    private static final String IN_BASE64 = ";base64,";

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
        boolean within = source.startsWith(WITHIN);
        Optional<SourceFile> found = within ? drawn(source) : files.find(source);
        Optional<String> kept = found.flatMap(item::file);
        if (kept.isEmpty()) {
            item.pictureLost(place, within ? WITHIN + "…" : source);
        }
        return kept;
    }

    /** A picture that stands in the address itself. */
    private Optional<SourceFile> drawn(String source) {
        int begin = source.indexOf(IN_BASE64);
        String type = begin < 0 ? "" : source.substring(WITHIN.length(), begin).toLowerCase(Locale.ROOT);
        int more = type.indexOf('+');
        try {
            return type.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SourceFile.of(
                            "assets/" + item.key() + "-picture."
                                    + MoodleFiles.fileName("x." + (more < 0 ? type : type.substring(0, more)))
                                            .substring("x.".length()),
                            Base64.getMimeDecoder().decode(source.substring(begin + IN_BASE64.length()))));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
