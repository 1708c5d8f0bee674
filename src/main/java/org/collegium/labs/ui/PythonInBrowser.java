package org.collegium.labs.ui;

import java.util.List;

/**
 * Python in the browser, for one lab.
 *
 * @param address of the runtime, with a slash at the end
 * @param load names of packages that are loaded before the first cell
 */
record PythonInBrowser(String address, List<String> load) {

    PythonInBrowser {
        load = List.copyOf(load);
    }
}
