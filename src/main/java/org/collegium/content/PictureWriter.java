package org.collegium.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.Directive;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Writes pictures, figures and videos. */
final class PictureWriter {

    private final TextWriting writing;
    private final Origin origin;

    PictureWriter(TextWriting writing, Origin origin) {
        this.writing = writing;
        this.origin = origin;
    }

    /** The picture that stands alone in a paragraph and so is a figure. */
    static Optional<Image> alone(Paragraph paragraph) {
        Image found = null;
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            boolean nothing = node instanceof SoftLineBreak
                    || node instanceof Attributes
                    || (node instanceof Text text && text.getLiteral().isBlank());
            if (node instanceof Image image && found == null) {
                found = image;
            } else if (!nothing) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found);
    }

    void figure(Image image) {
        String caption = image.getTitle() == null ? "" : image.getTitle();
        writing.out().line().open("figure");
        picture(image, "");
        if (!caption.isBlank()) {
            writing.out().open("figcaption").text(caption).close("figcaption");
        }
        writing.out().close("figure").line();
    }

    void inline(Image image) {
        picture(image, image.getTitle() == null ? "" : image.getTitle());
    }

    private void picture(Image image, String title) {
        Attributes attributes = image.getNext() instanceof Attributes behind ? behind : null;
        String given = attributes == null ? "" : attributes.value("alt");
        String alternative = given.isEmpty() ? PlainText.of(image) : given.replace("\\_", "_");
        if (alternative.isEmpty()) {
            alternative = title;
        }
        write(
                image.getDestination(),
                alternative,
                attributes == null ? "" : attributes.value("width"),
                "",
                origin.of(image),
                image.getParent() instanceof Link);
    }

    /**
     * Writes a picture, or says what it would have shown.
     *
     * @param linked whether it is inside a link, so that it cannot become one
     */
    void write(String destination, String alternative, String width, String height, Place place, boolean linked) {
        if (destination.matches("(?i).+\\.(mp4|webm|ogv|mov)([?#].*)?")) {
            video(destination, alternative, place);
            return;
        }
        Optional<LinkTarget> target = writing.links().resolve(destination, Reference.Kind.IMAGE, place);
        if (target.isPresent()) {
            writing.out().image(target.get().url(), alternative, pixels(width), pixels(height));
        } else if (!linked
                && Links.outwardPicture(
                        new Reference(destination.strip(), place.line(), place.column(), Reference.Kind.IMAGE))) {
            writing.card("picture", destination.strip(), alternative);
        } else {
            writing.broken(alternative.isEmpty() ? shortened(destination) : alternative);
        }
    }

    private static String shortened(String destination) {
        return destination.length() <= 80 ? destination : destination.substring(0, 80) + "…";
    }

    void video(String source, String title, Place place) {
        video(source, title, place, track -> Optional.empty());
    }

    /** @param tracks the file of its {@code captions} and of its {@code chapters} */
    void video(String source, String title, Place place, Function<String, Optional<String>> tracks) {
        Optional<String> page = Videos.page(source);
        if (page.isPresent()) {
            writing.card("video", page.get(), title);
            return;
        }
        if (source.matches("(?i)(https?:)?//.*")) {
            writing.card("video", source.startsWith("//") ? "https:" + source : source, title);
            return;
        }
        Optional<LinkTarget> target = writing.links().resolve(source, Reference.Kind.DOWNLOAD, place);
        if (target.isPresent()) {
            writing.out()
                    .open(
                            "video",
                            "controls",
                            "controls",
                            "preload",
                            "metadata",
                            "src",
                            target.get().url(),
                            "aria-label",
                            title);
            for (String kind : List.of("captions", "chapters")) {
                tracks.apply(kind).ifPresent(path -> track(kind, path, place));
            }
            writing.out().close("video");
        } else {
            writing.broken(title.isEmpty() ? shortened(source) : title);
        }
    }

    /** What is said or shown at which time, in WebVTT. */
    private void track(String kind, String path, Place place) {
        writing.links()
                .resolve(path, Reference.Kind.DOWNLOAD, place)
                .ifPresent(target -> writing.out()
                        .open(
                                "track",
                                "kind",
                                kind,
                                "src",
                                target.url(),
                                "label",
                                writing.words().get("content.video." + kind)));
    }

    /** Writes the directives {@code figure} and {@code image}; the caption is written by the caller. */
    void directive(Directive directive, Place argument, Runnable caption) {
        boolean captioned = directive.name().equals("figure") && directive.getFirstChild() != null;
        String id = directive.option("name").map(Slugs::id).orElse("");
        writing.out()
                .line()
                .open(
                        "figure",
                        "id",
                        id,
                        "class",
                        widthClass(directive.option("width").orElse("")));
        write(
                directive.argument(),
                directive.option("alt").orElse(""),
                directive.option("width").orElse(""),
                directive.option("height").orElse(""),
                argument,
                false);
        if (captioned) {
            writing.out().open("figcaption");
            caption.run();
            writing.out().close("figcaption");
        }
        writing.out().close("figure").line();
    }

    private static String widthClass(String width) {
        if (!width.matches("\\d{1,3}(\\.\\d+)?\\s*%")) {
            return "";
        }
        double share = Double.parseDouble(width.replace("%", "").strip());
        return "width-" + Math.clamp(Math.round(share / 25) * 25, 25, 100);
    }

    private static String pixels(String length) {
        return length.matches("\\d{1,4}(px)?") ? length.replace("px", "") : "";
    }
}
