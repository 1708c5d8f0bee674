package org.collegium.courses;

import org.collegium.partners.PartnerId;

/** What must have happened with a draft, beside its checks, before it is published; a bean of whoever sees to it. */
public interface PublishingCondition {

    /**
     * Whether a draft may be published; part of the transaction that does so.
     *
     * @param manifestHash of the draft as it is now
     */
    boolean isMet(CourseId course, PartnerId partner, String manifestHash);
}
