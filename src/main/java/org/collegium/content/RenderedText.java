package org.collegium.content;

import java.util.List;

/**
 * A text as it is shown.
 *
 * @param html sanitised; safe to be put into any page
 * @param title from the front matter or the first heading, without markup; empty when there is none. It is not part of
 *     the HTML, since the page shows it.
 * @param faults in the order of the text
 */
public record RenderedText(String html, String title, TextFacts facts, List<TextFault> faults) {

    public RenderedText {
        faults = List.copyOf(faults);
    }
}
