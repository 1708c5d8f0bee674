package org.collegium.content;

import java.util.Optional;

/** Says whether the current person may read a blob; each module that shows files from the blob store contributes a bean. */
public interface BlobGrant {

    /** What may be read, empty when this module has no reason to show the blob to the current person. */
    Optional<Granted> of(BlobId blob);

    /**
     * A blob that may be read.
     *
     * @param mediaType what it was found to be when it came in
     * @param everybody whether anybody may read it, so that caches which people share may keep it
     */
    record Granted(String mediaType, boolean everybody) {}
}
