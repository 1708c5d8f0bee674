package org.collegium.courses.authoring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftChange;
import org.collegium.courses.Drafts;
import org.collegium.courses.format.MediaTypes;
import org.collegium.courses.imports.Keys;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Courses that begin with nothing but a title, a section and a lesson. */
@Service
public class BeginningCourses {

    private final Drafts drafts;
    private final Partners partners;
    private final Access access;
    private final LessonRenderer renderer;
    private final RetriedTransactions transactions;

    BeginningCourses(Drafts drafts, Partners partners, Access access, LessonRenderer renderer, RetriedTransactions transactions) {
        this.drafts = drafts;
        this.partners = partners;
        this.access = access;
        this.renderer = renderer;
        this.transactions = transactions;
    }

    /**
     * Makes a course with a draft; who makes it is its author. Its key is made of the title, with a number where the partner has
     * another of that name.
     *
     * @throws RuleViolation when there is no such partner
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    public CourseId begin(PartnerId partner, NewCourse course) {
        String slug = partners.find(partner)
                .map(found -> found.data().slug().value())
                .orElseThrow(() -> new RuleViolation("partners.unknown"));
        String lesson = Keys.of(course.lesson());
        SourceFile file = SourceFile.of(
                "lessons/" + lesson + ".md", course.text().getBytes(StandardCharsets.UTF_8));
        CourseUnit unit = new CourseUnit(
                lesson, course.lesson(), "lesson", file.path(), renderer.inspect(course.text()).minutes(), false, true, false, null, 0, List.of());
        Map<String, CourseFile> files = Map.of(
                file.path(),
                new CourseFile(file.path(), file.sha256(), file.size(), MediaTypes.of(file.path())));
        List<CourseSection> sections =
                List.of(new CourseSection(Keys.of(course.section()), course.section(), null, List.of(unit)));
        return transactions.run(() -> drafts.begin(
                partner,
                Keys.of(course.title()),
                key -> new DraftChange(
                        new CourseManifest(metadata(course, key, slug), sections, files), List.of(file))));
    }

    private CourseMetadata metadata(NewCourse course, String key, String partner) {
        List<CourseAuthor> authors = access.current()
                .map(SignedIn::name)
                .map(name -> List.of(new CourseAuthor(name, null, null)))
                .orElse(List.of());
        return new CourseMetadata(
                key,
                course.title(),
                "",
                "",
                List.of(),
                partner,
                authors,
                course.language(),
                null,
                CourseLevel.INTRODUCTORY,
                List.of(),
                1,
                List.of(),
                List.of(),
                course.licence(),
                null,
                null,
                null);
    }
}
