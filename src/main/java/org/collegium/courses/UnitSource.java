package org.collegium.courses;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.collegium.source.SourceFile;

/** What a unit may be made of when it is put into an outline, beside what Studio itself has; modules contribute them as beans. */
public interface UnitSource {

    /** A path as the files of new units have it: in a folder of the root. */
    String PLACE = "units/unit";

    /** The message key of its name. */
    String label();

    /** What an author fills in, for a course of a partner. */
    Form form(CourseReference course);

    /** The fields of an author who is about to add a unit. */
    interface Form {

        Component component();

        /** What was made of it; empty when something is missing, which is then told at its field. */
        Optional<Made> made(String title);
    }

    /**
     * The content of a unit.
     *
     * @param kind as in the course format, such as {@code quiz}
     * @param minutes that it takes, estimated
     * @param file under a name with the extension that its file will have; it points at others as from {@link #PLACE}
     * @param beside files that come into the course with it, at their paths from the root
     */
    record Made(String kind, int minutes, SourceFile file, List<SourceFile> beside) {

        public Made {
            beside = List.copyOf(beside);
        }
    }
}
