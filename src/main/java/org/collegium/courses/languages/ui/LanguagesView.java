package org.collegium.courses.languages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.languages.Languages;
import org.collegium.courses.languages.Marked;
import org.collegium.courses.languages.SourceChange;
import org.collegium.courses.languages.TranslatedUnit;
import org.collegium.courses.languages.TranslatedUnit.State;
import org.collegium.courses.languages.Translation;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Mark;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** A language variant beside its source: which lessons are current, out of date or missing. The address names one to look at. */
@Route(value = "studio/courses/:course/languages", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
@StyleSheet("styles/studio.css")
class LanguagesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Courses courses;
    private final transient Drafts drafts;
    private final transient Languages languages;
    private final transient Access access;
    private final Div content = new Div();
    private String pageTitle = "";
    private String looked = "";
    private int page;

    LanguagesView(Courses courses, Drafts drafts, Languages languages, Access access) {
        this.courses = courses;
        this.drafts = drafts;
        this.languages = languages;
        this.access = access;
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        looked = query.getSingleParameter("unit").orElse("");
        page = PageLinks.asked(query);
        Optional<CourseReference> course = course(event.getRouteParameters()).flatMap(courses::find);
        course.ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    static Optional<CourseId> course(RouteParameters address) {
        try {
            return address.get("course").map(UUID::fromString).map(CourseId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void show(CourseReference course) {
        content.removeAll();
        boolean mayEdit =
                access.mayFor(CoursesPermissions.EDIT, course.partner().value());
        pageTitle = getTranslation("courses.languages.title", course.title());
        content.add(
                new PageHeader(getTranslation("courses.languages.heading"), getTranslation("courses.languages.lead"))
                        .above(crumbs(course)));
        Optional<Translation> translation = languages.of(course.id());
        if (mayEdit) {
            drafts.find(course.id())
                    .ifPresent(draft ->
                            content.add(new SourceChoice(course, draft, courses, languages, () -> show(course))));
        }
        translation.ifPresentOrElse(
                found -> show(course, found, mayEdit),
                () -> content.add(new Paragraph(getTranslation("courses.languages.none"))));
        translations(course);
    }

    private Component crumbs(CourseReference course) {
        OrderedList list = new OrderedList(
                new ListItem(new Anchor(CoursesNavigation.list(), new Span(getTranslation("courses.list.title")))),
                new ListItem(new Anchor(CoursesNavigation.course(course.id()), new Span(course.title()))));
        list.addClassName("c-breadcrumbs");
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("courses.crumbs"));
        return nav;
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(getLocale());
    }

    /** The courses that translate this one, and how far they are; where there are none, nothing. */
    private void translations(CourseReference course) {
        List<Translation> found = languages.translations(course.id());
        if (found.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("c-library");
        found.forEach(translation -> {
            Span count = new Span(count(translation));
            count.addClassNames("c-muted", "c-small");
            Anchor title = new Anchor(
                    address(translation.course()),
                    getTranslation(
                            "courses.languages.translation",
                            translation.course().title(),
                            language(translation.course().language())));
            ListItem row = new ListItem(new Div(title, new Div(count)));
            row.addClassName("c-library-row");
            list.add(row);
        });
        content.add(new H2(getTranslation("courses.languages.translations")), list);
    }

    private String count(Translation translation) {
        return getTranslation(
                "courses.languages.count",
                translation.count(State.CURRENT),
                translation.count(State.OUT_OF_DATE),
                translation.count(State.UNCHECKED),
                translation.count(State.MISSING));
    }

    private void show(CourseReference course, Translation translation, boolean mayEdit) {
        Paragraph count = new Paragraph(count(translation));
        count.getElement().setAttribute("role", "status");
        content.add(count);
        translation.units().stream()
                .filter(unit -> unit.unit().key().equals(looked))
                .findFirst()
                .ifPresent(unit -> content.add(look(course, translation, unit, mayEdit)));
        page = PageLinks.shown(page, UnitList.ROWS, translation.units().size());
        content.add(
                new H2(getTranslation("courses.languages.units")),
                new UnitList(
                        translation,
                        page,
                        mayEdit ? Optional.of(keys -> mark(course, translation, keys)) : Optional.empty()));
    }

    private void mark(CourseReference course, Translation translation, Set<String> keys) {
        try {
            Marked marked =
                    languages.markCurrent(course.id(), translation.source().id(), keys);
            if (!looked.isEmpty()) {
                UI.getCurrent().navigate(address(course).substring(1));
            }
            show(course);
            Toasts.withUndo(getTranslation("courses.languages.marked", keys.size()), () -> {
                languages.takeBack(course.id(), marked);
                show(course);
            });
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }

    static String address(CourseReference course) {
        return CoursesNavigation.course(course.id()) + "/languages";
    }

    private Component look(CourseReference course, Translation translation, TranslatedUnit unit, boolean mayEdit) {
        Section section = new Section(new H2(unit.unit().title()), new UnitState(unit.state()));
        section.addClassNames("c-surface", "c-studio");
        languages.change(course.id(), unit.unit().key()).ifPresent(change -> section.add(difference(change)));
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        Anchor open = new Anchor(
                CoursesNavigation.preview(course.id(), unit.unit().key()),
                Glyph.EYE.create(),
                new Span(getTranslation("courses.languages.open")));
        open.addClassName("c-button");
        actions.add(open);
        if (mayEdit && unit.state() != State.CURRENT && unit.translated().isPresent()) {
            NativeButton mark = new NativeButton(
                    getTranslation("courses.languages.mark"),
                    click -> mark(course, translation, Set.of(unit.unit().key())));
            mark.addComponentAsFirst(Glyph.CHECK.create());
            mark.addClassNames("c-button", "c-button-primary");
            actions.add(mark);
        }
        section.add(actions);
        return section;
    }

    /** The source line by line, with what went and came since it was last looked at. */
    private Component difference(SourceChange change) {
        Pre lines = new Pre();
        lines.addClassNames("c-conflict-text", "c-compare-side");
        List<String> before = change.before().isEmpty()
                ? change.now().lines().toList()
                : change.before().lines().toList();
        for (Differences.Item<String> line :
                Differences.between(before, change.now().lines().toList())) {
            if (line.mark() == Mark.SAME) {
                lines.add(new Span(line.item() + "\n"));
            } else {
                boolean gone = line.mark() == Mark.GONE;
                Element mark = new Element(gone ? "del" : "ins");
                mark.setText((gone ? "− " : "+ ") + line.item() + "\n");
                lines.getElement().appendChild(mark);
            }
        }
        return lines;
    }
}
