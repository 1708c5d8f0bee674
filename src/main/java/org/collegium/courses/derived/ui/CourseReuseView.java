package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Retirement;
import org.collegium.courses.derived.Adaptation;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.Library;
import org.collegium.courses.derived.Provenance;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** Where a course comes from, and what others may take over from it. */
@Route(value = "studio/courses/:course/reuse", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseReuseView extends ReusePage {

    private final transient Courses courses;
    private final transient CourseVersions versions;
    private final transient DerivedCourses derived;
    private final transient Library library;
    private final transient Access access;

    CourseReuseView(Courses courses, CourseVersions versions, DerivedCourses derived, Library library, Access access) {
        this.courses = courses;
        this.versions = versions;
        this.derived = derived;
        this.library = library;
        this.access = access;
    }

    @Override
    boolean show(CourseId id, BeforeEnterEvent event) {
        Optional<CourseReference> found = courses.find(id);
        found.ifPresent(course -> {
            boolean mayEdit =
                    access.mayFor(CoursesPermissions.EDIT, course.partner().value());
            name(getTranslation("courses.reuse.title", course.title()));
            content()
                    .add(
                            new PageHeader(
                                            getTranslation("courses.reuse.heading"),
                                            getTranslation("courses.reuse.lead"))
                                    .above(crumbsOf(id, course.title())),
                            from(id, mayEdit));
            borrowed(id).ifPresent(content()::add);
            content().add(forOthers(id, mayEdit));
        });
        return found.isPresent();
    }

    private Component from(CourseId course, boolean mayEdit) {
        Section section = new Section(new H2(getTranslation("courses.reuse.from")));
        section.addClassNames("c-surface", "c-studio");
        Optional<Provenance> provenance = derived.of(course);
        if (provenance.isEmpty()) {
            section.add(new Paragraph(getTranslation("courses.reuse.from.none")));
            return section;
        }
        Provenance from = provenance.get();
        String text = getTranslation(
                "courses.reuse.from.text",
                from.title(),
                from.partner().data().name(),
                from.upstream().number(),
                from.licence());
        Optional<Retirement> retirement = derived.upstreamRetirement(course);
        section.add(new Paragraph(retirement.filter(Retirement::done).isPresent() ? new Text(text) : page(from, text)));
        if (Adaptation.under(from.licence()) == Adaptation.ALIKE) {
            section.add(new Paragraph(getTranslation("courses.reuse.alike")));
        }
        section.add(news(course, from, retirement));
        if (mayEdit) {
            section.add(changes(course, from));
        } else if (!from.changes().isEmpty()) {
            section.add(new Paragraph(from.changes()));
        }
        return section;
    }

    private Optional<Component> borrowed(CourseId course) {
        List<Library.Borrowed> units = library.borrowed(course);
        if (units.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        units.forEach(one -> list.add(new ListItem(getTranslation(
                "courses.reuse.borrowed.line",
                one.unit(),
                one.source().manifest().metadata().title(),
                one.source().number(),
                one.source().manifest().metadata().licence()))));
        Section section = new Section(new H2(getTranslation("courses.reuse.borrowed")), list);
        section.addClassName("c-surface");
        return Optional.of(section);
    }

    /** A course that is retired has no page any more. */
    private static Component page(Provenance from, String text) {
        Anchor page = new Anchor(from.address(), text);
        page.setRouterIgnore(true);
        return page;
    }

    private Component news(CourseId course, Provenance from, Optional<Retirement> retirement) {
        Section news = new Section();
        retirement.ifPresent(said -> {
            news.add(new Paragraph(getTranslation(
                    said.done() ? "courses.reuse.news.course-retired" : "courses.reuse.news.course-retires",
                    Moments.in(getLocale()).day(said.at()))));
            if (!said.message().isEmpty()) {
                news.add(new Paragraph(said.message()));
            }
        });
        Optional<CourseVersion> newest = derived.news(course);
        if (newest.isEmpty()) {
            news.add(new Paragraph(getTranslation("courses.reuse.news.none")));
            return news;
        }
        Anchor see = button(
                ReuseNavigation.upstream(course),
                Glyph.CHEVRON_RIGHT.create(),
                getTranslation("courses.reuse.news.see"));
        see.addClassName("c-button-primary");
        news.add(new Paragraph(getTranslation("courses.reuse.news", newest.get().number(), from.title())), see);
        return news;
    }

    private Component changes(CourseId course, Provenance from) {
        TextArea field = new TextArea(getTranslation("courses.reuse.changes"));
        field.setHelperText(getTranslation("courses.reuse.changes.help"));
        field.setValue(from.changes());
        field.setWidthFull();
        FieldFaults faults = new FieldFaults(Map.of("courses.derive.changes", field));
        Section form = new Section(field);
        form.addClassName("c-studio-stack");
        KeptTyping typing = new KeptTyping(form, "derived/" + course).with("changes", field);
        form.add(new Button(getTranslation("courses.reuse.changes.save"), Glyph.SAVE.create(), click -> {
            try {
                derived.say(course, field.getValue());
                typing.forget();
                Toasts.show(getTranslation("courses.reuse.changes.saved"));
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        }));
        return form;
    }

    private Component forOthers(CourseId course, boolean mayEdit) {
        Section section = new Section(new H2(getTranslation("courses.reuse.for")));
        section.addClassNames("c-surface", "c-studio");
        Optional<CourseVersion> latest = versions.latest(course);
        if (latest.isEmpty()) {
            section.add(new Paragraph(getTranslation("courses.reuse.for.unpublished")));
            return section;
        }
        String licence = latest.get().manifest().metadata().licence();
        Adaptation adaptation = Adaptation.under(licence);
        section.add(new Paragraph(getTranslation("courses.reuse.for.licence." + adaptation, licence)));
        if (adaptation.allowed()) {
            Checkbox offer = new Checkbox(getTranslation("courses.reuse.offer"), derived.isOffered(course));
            offer.setHelperText(getTranslation("courses.reuse.offer.help"));
            offer.setReadOnly(!mayEdit);
            offer.addValueChangeListener(change -> {
                derived.offer(course, change.getValue());
                Toasts.show(getTranslation(change.getValue() ? "courses.reuse.offered" : "courses.reuse.not-offered"));
            });
            section.add(offer);
        }
        return section;
    }
}
