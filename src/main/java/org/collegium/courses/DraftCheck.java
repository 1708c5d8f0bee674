package org.collegium.courses;

import java.util.Optional;
import org.collegium.activity.Readiness;
import org.collegium.courses.checks.Finding;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.source.ImportFault;

/** One thing that staff should look at before a draft is published; the kind tells where it is mended. */
public sealed interface DraftCheck {

    /** Whether the draft cannot be published before it is mended. */
    boolean blocks();

    /** Something the course does not say about itself; mended in its details. */
    record Details(Missing missing) implements DraftCheck {
        @Override
        public boolean blocks() {
            return true;
        }
    }

    /** What may be missing in the details. */
    enum Missing {
        SUMMARY,
        OUTCOMES,
        AUTHORS,
        AUDIENCE,
        LICENCE,
        KNOWN_LICENCE,
        QUIZ_FOR_CERTIFICATE,
        SHARE_ALIKE
    }

    /** A quiz with questions that nobody has said the right answer of; mended by keying them. */
    record Unkeyed(CourseUnit unit, int questions) implements DraftCheck {
        @Override
        public boolean blocks() {
            return true;
        }
    }

    /** Something that the import found; mended in the source and imported again. */
    record Reported(ImportFault fault, Optional<CourseUnit> unit) implements DraftCheck {
        @Override
        public boolean blocks() {
            return fault.blocksPublishing();
        }
    }

    /**
     * How an activity stood when it was tried.
     *
     * @param address where its author sees more of it
     */
    record Tried(CourseUnit unit, Readiness readiness, Optional<String> address) implements DraftCheck {
        @Override
        public boolean blocks() {
            return readiness.blocks();
        }
    }

    /**
     * What a check of the content found.
     *
     * @param unit empty for what concerns the course as a whole
     */
    record Found(Finding finding, Optional<CourseUnit> unit) implements DraftCheck {
        @Override
        public boolean blocks() {
            return finding.severity() == Severity.BLOCKS;
        }
    }

    /** How much it weighs. */
    default Severity severity() {
        return switch (this) {
            case DraftCheck check when check.blocks() -> Severity.BLOCKS;
            case Found(var finding, var unit) -> finding.severity();
            case Tried tried -> Severity.NOTE;
            default -> Severity.MEND;
        };
    }

    /** Whether it was found in the content and is merely worth knowing. */
    default boolean notes() {
        return this instanceof Found && severity() == Severity.NOTE;
    }

    /** Whether it asks for a look although it does not block. */
    default boolean warns() {
        return severity() == Severity.MEND;
    }
}
