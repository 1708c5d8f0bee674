package org.collegium.labs.browser;

import java.util.List;

/**
 * A package that the lock file knows.
 *
 * @param fileName of its wheel
 * @param sha256 of its wheel, in hexadecimal digits
 * @param imports names that it is imported by
 * @param depends names of packages that it cannot do without
 */
record LockedPackage(
        String name, String version, String fileName, String sha256, List<String> imports, List<String> depends) {

    LockedPackage {
        imports = List.copyOf(imports);
        depends = List.copyOf(depends);
    }
}
