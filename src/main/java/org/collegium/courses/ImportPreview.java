package org.collegium.courses;

import java.util.List;
import java.util.Optional;

/**
 * What an import would do to a draft.
 *
 * @param difference to the draft as it is; empty when it would be refused, and the report says why
 * @param conflicts paths of files and names of details that were changed in Studio too
 */
public record ImportPreview(ImportReport report, Optional<VersionDifference> difference, List<String> conflicts) {

    public ImportPreview {
        conflicts = List.copyOf(conflicts);
    }
}
