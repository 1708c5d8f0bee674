package org.collegium.content;

/**
 * Where a reference leads.
 *
 * @param url as it shall stand in the page
 * @param title of what is there, shown where the text gives none; may be empty
 * @param download whether the browser shall save it rather than go there
 */
public record LinkTarget(String url, String title, boolean download) {

    /** A target to go to, without a title. */
    public static LinkTarget of(String url) {
        return new LinkTarget(url, "", false);
    }
}
