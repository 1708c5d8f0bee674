package org.collegium.labs.browser;

import java.util.List;

/**
 * A package as operators see it.
 *
 * @param version as the lock has it; empty when the lock does not know the package
 * @param fileName of its wheel; empty likewise
 * @param sha256 of its wheel; empty likewise
 * @param labs how many labs of published courses ask for it
 * @param courses titles of courses of these labs, the first of them
 * @param neededBy names of packages that are asked for and need it
 * @param lacks names of packages that it needs and that are not there
 */
public record PackageLine(
        String name,
        String version,
        String fileName,
        String sha256,
        WheelState state,
        int labs,
        List<String> courses,
        List<String> neededBy,
        List<String> lacks) {

    public PackageLine {
        courses = List.copyOf(courses);
        neededBy = List.copyOf(neededBy);
        lacks = List.copyOf(lacks);
    }

    /** Whether labs can load it. */
    public boolean works() {
        return state == WheelState.GENUINE && lacks.isEmpty();
    }
}
