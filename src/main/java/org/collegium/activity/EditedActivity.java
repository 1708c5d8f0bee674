package org.collegium.activity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.content.LinkResolver;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * An activity of a draft that an author works on.
 *
 * @param draft names the draft among all that there are
 * @param file its file as the draft has it now
 * @param language of the course
 * @param links where its pictures and links lead
 * @param onwards where its author goes from here
 * @param keep takes the whole new content of the file; throws a {@link org.collegium.shared.RuleViolation} when it cannot
 *     be kept, after which what was typed must still be there
 * @param files of the draft, by their paths
 * @param pictures takes pictures into the draft, for the activity to point at; null where none are taken
 */
public record EditedActivity(
        String draft,
        String unitKey,
        String title,
        SourceFile file,
        Locale language,
        LinkResolver links,
        Onwards onwards,
        Keeping keep,
        Function<String, Optional<SourceFile>> files,
        @Nullable FileReceiver pictures) {

    /** Takes what becomes of an activity. */
    @FunctionalInterface
    public interface Keeping {

        /**
         * Keeps all of it, or nothing.
         *
         * @param content of its file, whole
         * @param more files that it points at and the draft does not have yet, under their paths in the draft
         */
        void keep(byte[] content, List<SourceFile> more);

        /** Keeps the file alone. */
        default void accept(byte[] content) {
            keep(content, List.of());
        }
    }

    /** The same with another way of keeping. */
    public EditedActivity keptBy(Keeping other) {
        return new EditedActivity(draft, unitKey, title, file, language, links, onwards, other, files, pictures);
    }

    /** Where the other files of the draft are not needed. */
    public EditedActivity(
            String draft,
            String unitKey,
            String title,
            SourceFile file,
            Locale language,
            LinkResolver links,
            Onwards onwards,
            Keeping keep) {
        this(draft, unitKey, title, file, language, links, onwards, keep, path -> Optional.empty(), null);
    }

    /**
     * Where an author goes when an activity needs nothing more: to the next one that does, else back to the course.
     *
     * @param title of where it leads
     * @param openElsewhere how many questions of the other activities have no key yet; 0 when it leads to the course
     * @param elsewhere how many questions the other activities have
     */
    public record Onwards(String address, String title, int openElsewhere, int elsewhere) {}
}
