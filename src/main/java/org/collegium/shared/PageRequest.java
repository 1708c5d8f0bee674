package org.collegium.shared;

/**
 * Which part of a list is asked for.
 *
 * @param offset rows to skip, from 0
 * @param limit rows to return, 1 to 500
 */
public record PageRequest(int offset, int limit) {

    public PageRequest {
        if (offset < 0) {
            throw new RuleViolation("shared.page.offset", offset);
        }
        if (limit < 1 || limit > 500) {
            throw new RuleViolation("shared.page.limit", limit);
        }
    }
}
