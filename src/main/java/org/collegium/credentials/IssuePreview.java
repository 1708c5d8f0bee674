package org.collegium.credentials;

import java.util.List;

/** Who would get a certificate now, and who would not and why. */
public record IssuePreview(List<DueCertificate> ready, List<NotReady> notReady) {

    public IssuePreview {
        ready = List.copyOf(ready);
        notReady = List.copyOf(notReady);
    }

    /** Somebody who would get none. */
    public record NotReady(DueCertificate due, List<Missing> missing) {}
}
