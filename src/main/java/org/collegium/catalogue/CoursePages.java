package org.collegium.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.catalogue.CataloguePage.CourseCard;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CertificateSaying;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.RetiredCourse;
import org.collegium.courses.Retirements;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.Provenance;
import org.collegium.courses.review.VersionReviews;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The pages of listed courses. */
@Service
public class CoursePages {

    private final Catalogue catalogue;
    private final CourseVersions versions;
    private final VersionReviews reviews;
    private final DerivedCourses derived;
    private final Retirements retirements;
    private final LessonRenderer renderer;
    private final CertificateSaying certificates;
    private final List<CoursePageAction> actions;

    CoursePages(
            Catalogue catalogue,
            CourseVersions versions,
            VersionReviews reviews,
            DerivedCourses derived,
            Retirements retirements,
            LessonRenderer renderer,
            CertificateSaying certificates,
            List<CoursePageAction> actions) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.reviews = reviews;
        this.derived = derived;
        this.retirements = retirements;
        this.renderer = renderer;
        this.certificates = certificates;
        this.actions = actions;
    }

    /** The page of a course, empty when it is not listed; at most ten queries, twelve after a change. */
    @PreAuthorize("permitAll()")
    public Optional<CoursePage> find(String partnerSlug, String courseKey) {
        return catalogue
                .find(partnerSlug, courseKey)
                .flatMap(card -> versions.find(new CourseVersionId(card.entry().version()))
                        .map(version -> page(card, version)));
    }

    /** A course whose page there was until it left the catalogue; one query. */
    @PreAuthorize("permitAll()")
    public Optional<RetiredCourse> left(String partnerSlug, String courseKey) {
        return retirements.left(partnerSlug, courseKey);
    }

    private CoursePage page(CourseCard card, CourseVersion version) {
        Optional<Provenance> provenance = derived.ofPublished(version.id());
        return new CoursePage(
                card,
                version,
                description(version),
                provenance,
                provenance.filter(this::isListed).isPresent(),
                retirements.of(version.course()),
                catalogue.variants(card.entry()),
                reviews.of(version.id()),
                certificates.of(version, LocaleContextHolder.getLocale()),
                action(card.entry()));
    }

    private boolean isListed(Provenance from) {
        return catalogue
                .find(
                        from.partner().data().slug().value(),
                        from.upstream().manifest().metadata().key())
                .isPresent();
    }

    private String description(CourseVersion version) {
        String markdown = version.manifest().metadata().description();
        if (markdown.isBlank()) {
            return "";
        }
        CourseLinks links = new CourseLinks(version, "course.yaml", unit -> Optional.empty());
        Locale language = Locale.forLanguageTag(version.manifest().metadata().language());
        return renderer.render(markdown, links, language).html();
    }

    private CoursePageAction.Action action(CatalogueEntry entry) {
        return actions.stream()
                .flatMap(action -> action.of(new CourseRunId(entry.run())).stream())
                .findFirst()
                .orElseGet(() -> new CoursePageAction.Action(
                        "catalogue.course.join", "/join/" + entry.run(), "catalogue.course.join.note"));
    }
}
