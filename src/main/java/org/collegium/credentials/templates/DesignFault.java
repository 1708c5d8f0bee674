package org.collegium.credentials.templates;

import java.util.List;

/**
 * Something about a design that is to be mended, or to be known.
 *
 * @param block the id of the block that it is about; empty for the page
 * @param forbids whether the design cannot be published while it is so
 * @param code the key of the sentence that says it
 */
public record DesignFault(String block, boolean forbids, String code, List<Object> arguments) {

    public DesignFault {
        arguments = List.copyOf(arguments);
    }

    static DesignFault forbids(String block, String code, Object... arguments) {
        return new DesignFault(block, true, "credentials.template.fault." + code, List.of(arguments));
    }

    static DesignFault notes(String block, String code, Object... arguments) {
        return new DesignFault(block, false, "credentials.template.fault." + code, List.of(arguments));
    }
}
