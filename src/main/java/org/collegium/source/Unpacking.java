package org.collegium.source;

/** Follows how an archive is unpacked, and may end it. */
@FunctionalInterface
public interface Unpacking {

    /** Nobody follows. */
    Unpacking UNSEEN = (path, files) -> true;

    /**
     * Called before each file, and now and then within a large one.
     *
     * @param files unpacked so far
     * @return false to end it, with {@link UnpackingEnded}
     */
    boolean goOn(String path, int files);
}
