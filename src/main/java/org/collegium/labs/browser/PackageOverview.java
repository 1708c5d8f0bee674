package org.collegium.labs.browser;

import java.util.List;
import java.util.Optional;

/**
 * How packages for the browser stand.
 *
 * @param folder into which an operator puts them
 * @param source where the files of this lock are to be had
 * @param brokenLock the lock file that cannot be read; empty when all is well
 * @param known how many packages the lock knows
 * @param strangers files in the folder that the lock does not know; the first of them
 */
public record PackageOverview(
        String folder, String source, Optional<String> brokenLock, int known, List<String> strangers) {

    public PackageOverview {
        strangers = List.copyOf(strangers);
    }
}
