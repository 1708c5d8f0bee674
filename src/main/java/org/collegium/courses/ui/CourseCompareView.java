package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.courses.ComparingCourses;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitDifference;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** Two states of a course beside one another: what differs, and one unit of it word by word. The address says which. */
@Route(value = CoursesNavigation.LIST + "/:course/compare", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseCompareView extends CourseView {

    private final transient ComparingCourses comparing;
    private final transient CourseVersions versions;
    private final transient Drafts drafts;

    CourseCompareView(
            Courses courses, ComparingCourses comparing, CourseVersions versions, Drafts drafts, Access access) {
        super(courses, access);
        this.comparing = comparing;
        this.versions = versions;
        this.drafts = drafts;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        name(getTranslation("courses.compare.page", course.title()));
        content()
                .add(new PageHeader(getTranslation("courses.compare.heading"), getTranslation("courses.compare.lead"))
                        .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), course.title()))));
        List<CourseEdition> editions = editions(course);
        if (editions.size() < 2) {
            content()
                    .add(new EmptyState(
                            Illustration.BOOK,
                            getTranslation("courses.compare.none.title"),
                            getTranslation("courses.compare.none.text")));
            return true;
        }
        Optional<Compared> compared = compared(event.getLocation().getQueryParameters(), editions);
        compared.ifPresent(found -> show(course, found, editions));
        return compared.isPresent();
    }

    /** The newest first. */
    private List<CourseEdition> editions(CourseReference course) {
        List<CourseEdition> editions = new ArrayList<>();
        drafts.find(course.id()).ifPresent(draft -> editions.add(new CourseEdition.OfDraft()));
        versions.history(course.id()).forEach(version -> editions.add(new CourseEdition.OfVersion(version.number())));
        return editions;
    }

    /** What the address names, which must be there; else the newest state beside the one before. */
    private static Optional<Compared> compared(QueryParameters query, List<CourseEdition> editions) {
        Optional<CourseEdition> from =
                query.getSingleParameter("from").map(CourseEdition::of).orElse(Optional.of(editions.get(1)));
        Optional<CourseEdition> to =
                query.getSingleParameter("to").map(CourseEdition::of).orElse(Optional.of(editions.getFirst()));
        return from.filter(editions::contains)
                .flatMap(older -> to.filter(editions::contains)
                        .map(newer -> new Compared(
                                older,
                                newer,
                                query.getSingleParameter("unit").orElse(""),
                                query.getSingleParameter("as")
                                        .filter("source"::equals)
                                        .isPresent(),
                                PageLinks.asked(query))));
    }

    private void show(CourseReference course, Compared compared, List<CourseEdition> editions) {
        Div choice = new Div(
                choice(course, "courses.compare.from", compared.from(), editions, compared, true),
                choice(course, "courses.compare.to", compared.to(), editions, compared, false));
        choice.addClassName("c-filters");
        CourseManifest older = comparing.manifest(course.id(), compared.from()).orElseThrow();
        CourseManifest newer = comparing.manifest(course.id(), compared.to()).orElseThrow();
        List<UnitDifference> units = UnitDifference.between(older, newer);
        content().add(choice);
        List<DetailDifference> details = DetailDifference.between(older, newer, this::getTranslation);
        if (units.isEmpty() && details.isEmpty()) {
            content().add(new Paragraph(getTranslation("courses.compare.same")));
            return;
        }
        units.stream()
                .filter(difference -> difference.unit().key().equals(compared.unit()))
                .findFirst()
                .ifPresent(difference -> content()
                        .add(new UnitComparison(
                                difference.unit().title(),
                                sides(
                                        course,
                                        compared,
                                        Locale.forLanguageTag(newer.metadata().language())),
                                compared.as(!compared.source()).address(course.id()))));
        content()
                .add(new DifferenceOutline(
                        new DifferenceOutline.Places(
                                compared.unit(),
                                compared.page(),
                                unit -> compared.with(unit).address(course.id()),
                                number -> compared.at(number).with("").address(course.id())),
                        units,
                        details));
    }

    private UnitComparison.Sides sides(CourseReference course, Compared compared, Locale language) {
        return new UnitComparison.Sides(
                name(compared.from()),
                name(compared.to()),
                comparing.text(course.id(), compared.from(), compared.unit()),
                comparing.text(course.id(), compared.to(), compared.unit()),
                () -> comparing.file(course.id(), compared.from(), compared.unit()),
                () -> comparing.file(course.id(), compared.to(), compared.unit()),
                compared.source(),
                language);
    }

    private String name(CourseEdition edition) {
        return switch (edition) {
            case CourseEdition.OfDraft draft -> getTranslation("courses.compare.draft");
            case CourseEdition.OfVersion(int number) -> getTranslation("courses.compare.version", number);
        };
    }

    private Component choice(
            CourseReference course,
            String key,
            CourseEdition chosen,
            List<CourseEdition> editions,
            Compared compared,
            boolean older) {
        Select<CourseEdition> choice = new Select<>();
        choice.setLabel(getTranslation(key));
        choice.setItems(editions);
        choice.setItemLabelGenerator(this::name);
        choice.setValue(chosen);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                Compared next = older
                        ? new Compared(change.getValue(), compared.to(), "", compared.source(), 0)
                        : new Compared(compared.from(), change.getValue(), "", compared.source(), 0);
                CoursesNavigation.go(next.address(course.id()));
            }
        });
        return choice;
    }
}
