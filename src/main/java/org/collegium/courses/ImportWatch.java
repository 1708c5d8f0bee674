package org.collegium.courses;

import java.util.Optional;
import org.collegium.identity.AccountId;

/** Follows an import that runs, and may end it. */
@FunctionalInterface
public interface ImportWatch {

    /** Nobody watches. */
    ImportWatch NOBODY = (file, done, total) -> true;

    /**
     * Called before each file, in each phase.
     *
     * @param file the path of the file; empty at the end of a phase
     * @param done files of the phase so far
     * @param total files of the phase, 0 while that is not known
     * @return false to end the import
     */
    boolean goOn(String file, int done, int total);

    /** Called when a phase begins. */
    default void enters(ImportPhase phase) {}

    /**
     * Called in the transaction that makes or changes the draft, as the last thing in it. What it throws takes everything back.
     *
     * @throws ImportEnded when the import is not wanted any more
     */
    default void kept(ImportResult result) {}

    /** Who asked for it, where whoever runs it is not that person. */
    default Optional<AccountId> askedBy() {
        return Optional.empty();
    }

    /** Passes everything on to another one. */
    class Passed implements ImportWatch {

        private final ImportWatch watch;

        public Passed(ImportWatch watch) {
            this.watch = watch;
        }

        @Override
        public boolean goOn(String file, int done, int total) {
            return watch.goOn(file, done, total);
        }

        @Override
        public void enters(ImportPhase phase) {
            watch.enters(phase);
        }

        @Override
        public void kept(ImportResult result) {
            watch.kept(result);
        }

        @Override
        public Optional<AccountId> askedBy() {
            return watch.askedBy();
        }
    }
}
