package org.collegium.assessment.bank;

import java.util.List;
import org.collegium.partners.PartnerId;

/**
 * A question that a partner lets others copy, as it is now.
 *
 * @param key unique within the partner
 * @param kind as in the course format, such as {@code single}
 * @param title the first words of the question
 * @param version number of the current one, from 1
 * @param licence SPDX identifier
 * @param yaml what it says, with what is right
 * @param files that it shows
 */
public record SharedQuestion(
        PartnerId partner,
        String key,
        String kind,
        String title,
        List<String> tags,
        int version,
        String licence,
        String yaml,
        List<BankFile> files) {

    public SharedQuestion {
        tags = List.copyOf(tags);
        files = List.copyOf(files);
    }
}
