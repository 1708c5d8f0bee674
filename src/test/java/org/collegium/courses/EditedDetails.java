package org.collegium.courses;

import java.util.List;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.jspecify.annotations.Nullable;

/** The details of a course as they are, but for what a test changes. */
public final class EditedDetails {

    private final CourseDetails before;
    private String title;
    private String summary;
    private List<String> outcomes;
    private List<CourseAuthor> authors;
    private String licence;
    private @Nullable CertificateRule certificate;

    private EditedDetails(CourseDetails before) {
        this.before = before;
        title = before.title();
        summary = before.summary();
        outcomes = before.outcomes();
        authors = before.authors();
        licence = before.licence();
        certificate = before.certificate();
    }

    public static EditedDetails of(Draft draft) {
        return new EditedDetails(CourseDetails.of(draft.manifest().metadata()));
    }

    public EditedDetails title(String other) {
        title = other;
        return this;
    }

    public EditedDetails summary(String other) {
        summary = other;
        return this;
    }

    public EditedDetails outcomes(List<String> others) {
        outcomes = others;
        return this;
    }

    public EditedDetails authors(List<CourseAuthor> others) {
        authors = others;
        return this;
    }

    public EditedDetails licence(String other) {
        licence = other;
        return this;
    }

    public EditedDetails certificate(CertificateRule other) {
        certificate = other;
        return this;
    }

    public CourseDetails build() {
        return new CourseDetails(
                title,
                summary,
                before.description(),
                outcomes,
                authors,
                before.language(),
                before.level(),
                before.audience(),
                before.effortHours(),
                before.topics(),
                before.skills(),
                licence,
                certificate);
    }
}
