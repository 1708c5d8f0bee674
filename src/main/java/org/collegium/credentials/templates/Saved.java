package org.collegium.credentials.templates;

/** What became of saving a draft. */
public sealed interface Saved {

    /** It is kept, as this revision. */
    record Kept(int revision) implements Saved {}

    /** Somebody saved in between; nothing of theirs was overwritten. */
    record ChangedMeanwhile(Template theirs) implements Saved {}
}
