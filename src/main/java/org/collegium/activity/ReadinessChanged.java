package org.collegium.activity;

import java.util.Set;

/**
 * It is known now whether activities may be published.
 *
 * @param contents SHA-256 of the files that they consist of; a draft that has one of them may stand otherwise than before
 */
public record ReadinessChanged(Set<String> contents) {

    public ReadinessChanged {
        contents = Set.copyOf(contents);
    }
}
