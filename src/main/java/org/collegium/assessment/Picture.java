package org.collegium.assessment;

import java.io.Serializable;

/**
 * A picture in which something is to be found.
 *
 * @param file where it is, as a text of the quiz would point at it
 * @param description what it shows, for those who do not see it
 */
public record Picture(String file, String description) implements Serializable {

    /** A text that shows it and nothing else. */
    public String markdown() {
        return "![" + description.replaceAll("([\\\\`*_{}\\[\\]<>$!|~&#])", "\\\\$1") + "](<" + file + ">)";
    }
}
