package org.collegium.labs.browser;

import java.util.List;

/**
 * What of a lab's packages there is in the browser.
 *
 * @param load names of packages that the runtime loads before the first cell
 * @param lacking names that the lab imports and the browser does not have
 */
public record InBrowser(List<String> load, List<String> lacking) {

    public InBrowser {
        load = List.copyOf(load);
        lacking = List.copyOf(lacking);
    }
}
