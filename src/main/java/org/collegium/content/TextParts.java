package org.collegium.content;

import java.util.List;

/**
 * What those look at who check a text, in its order. All places are counted from 1; cell 0 means that the source is no
 * notebook.
 *
 * @param headings as they are written, the title among them
 * @param links to other sites
 * @param prose paragraphs as one reads them: without code, formulas and what pictures say
 */
public record TextParts(
        List<Picture> pictures,
        List<Written> headings,
        List<Video> videos,
        List<Sound> sounds,
        List<Link> links,
        List<String> prose) {

    public TextParts {
        pictures = List.copyOf(pictures);
        headings = List.copyOf(headings);
        videos = List.copyOf(videos);
        sounds = List.copyOf(sounds);
        links = List.copyOf(links);
        prose = List.copyOf(prose);
    }

    /** Where something stands. */
    public record Spot(int cell, int line, int column) {}

    /**
     * A picture.
     *
     * @param alternative what readers are told who do not see it; empty when nothing is said
     */
    public record Picture(String destination, String alternative, Spot at) {}

    /** A heading with the number of its marks. */
    public record Written(int level, String text, Spot at) {}

    /**
     * A video.
     *
     * @param elsewhere whether it is watched on another site
     * @param told whether the text names captions that are shown with it
     */
    public record Video(String source, boolean elsewhere, boolean told, Spot at) {}

    /** A sound that is played. */
    public record Sound(String source, Spot at) {}

    /** An address on another site. */
    public record Link(String address, Spot at) {}
}
