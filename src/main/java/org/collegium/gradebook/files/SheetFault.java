package org.collegium.gradebook.files;

import java.util.List;
import org.collegium.shared.RuleViolation;

/**
 * Something wrong in a file of scores.
 *
 * @param line from 1
 * @param column its name; empty where it is about the whole line
 * @param code the key of the message that says what is wrong and what to do
 */
public record SheetFault(int line, String column, String code, List<Object> arguments) {

    public SheetFault {
        arguments = arguments.stream().map(RuleViolation::shortened).toList();
    }
}
