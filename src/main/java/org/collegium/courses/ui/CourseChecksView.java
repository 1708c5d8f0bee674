package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.Readiness;
import org.collegium.courses.CheckProgress;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.Drafts;
import org.collegium.courses.checks.Finding.Kind;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Polling;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** All that was found in a draft, as a list to work off; while it is being looked at, the list grows. */
@Route(value = CoursesNavigation.LIST + "/:course/checks", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseChecksView extends CourseView {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient Drafts drafts;
    private final transient Set<String> editable;
    private final transient Messages messages;
    private final transient FaultTexts texts;
    private final Div progress = new Div();
    private final Div found = new Div();
    private final Polling polling = new Polling(this, this::follow);
    private transient @Nullable CourseReference course;
    private transient List<DraftCheck> shown = List.of();
    private transient Optional<CheckProgress> looked = Optional.empty();
    private CheckFilter filter = CheckFilter.TO_DO;

    CourseChecksView(
            Courses courses,
            Drafts drafts,
            ObjectProvider<ActivityEditor> editors,
            Messages messages,
            FaultTexts texts,
            Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.editable = editors.stream().map(ActivityEditor::kind).collect(Collectors.toUnmodifiableSet());
        this.messages = messages;
        this.texts = texts;
        progress.addClassName("c-checks-progress");
        progress.getElement().setAttribute("role", "status");
    }

    @Override
    boolean show(CourseReference reference, BeforeEnterEvent event) {
        Optional<Draft> draft = drafts.find(reference.id());
        draft.ifPresent(now -> {
            course = reference;
            filter = CheckFilter.of(event.getLocation().getQueryParameters());
            String title = now.manifest().metadata().title();
            name(getTranslation("courses.checks.page", title));
            drafts.haveTried(reference.id());
            content()
                    .add(
                            new PageHeader(
                                            getTranslation("courses.checks.heading"),
                                            getTranslation("courses.checks.lead"))
                                    .above(crumbs(new Crumb(CoursesNavigation.course(reference.id()), title))),
                            progress,
                            found);
            shown = drafts.checksAndNotes(reference.id());
            fill(now);
        });
        return draft.isPresent();
    }

    private void follow() {
        CourseReference followed = course;
        if (followed == null) {
            return;
        }
        List<DraftCheck> now = drafts.checksAndNotes(followed.id());
        if (!now.equals(shown) || !drafts.checking(followed.id()).equals(looked)) {
            shown = now;
            drafts.find(followed.id()).ifPresent(this::fill);
        }
    }

    private void fill(Draft draft) {
        looked = drafts.checking(draft.course().id());
        looked.ifPresent(this::tell);
        CheckLine.Writing writing = new CheckLine.Writing(
                draft.course().id(),
                draft.manifest(),
                mayEdit(draft.course()) ? editable : Set.of(),
                messages,
                texts,
                getLocale());
        List<CheckLine> lines =
                shown.stream().flatMap(check -> writing.of(check).stream()).toList();
        found.removeAll();
        found.add(new CheckTable(draft.course().id(), lines, filter, mayEdit(draft.course())));
        polling.whilst(looked.filter(CheckProgress::goesOn).isPresent() || isTrying(), OFTEN);
    }

    private boolean isTrying() {
        return shown.stream()
                .anyMatch(check -> check instanceof DraftCheck.Tried(var unit, var readiness, var address)
                        && readiness instanceof Readiness.Trying);
    }

    private void tell(CheckProgress now) {
        progress.removeAll();
        if (now.goesOn()) {
            ProgressBar bar = new ProgressBar(0, now.all(), now.looked());
            String words = getTranslation("courses.checks.going-on", now.looked(), now.all());
            bar.getElement().setAttribute("aria-label", words);
            progress.add(new Paragraph(words), bar);
        } else {
            Component last = now.last().<Component>map(Moment::new).orElseGet(Span::new);
            Paragraph words = new Paragraph(new Span(getTranslation("courses.checks.looked", now.all()) + " "), last);
            words.addClassNames("c-muted", "c-small");
            progress.add(words);
        }
    }

    /**
     * What of the list is shown; it stands in the address.
     *
     * @param severity null for what is to be done: what blocks and what is to mend
     * @param kind null for all
     * @param page from 0
     */
    record CheckFilter(
            @Nullable Severity severity, @Nullable Kind kind, int page) {

        static final CheckFilter TO_DO = new CheckFilter(null, null, 0);

        static CheckFilter of(QueryParameters query) {
            return new CheckFilter(
                    named(Severity.values(), query.getSingleParameter("severity")),
                    named(Kind.values(), query.getSingleParameter("kind")),
                    PageLinks.asked(query));
        }

        boolean weighs(CheckLine line) {
            return severity == null ? line.severity() != Severity.NOTE : line.severity() == severity;
        }

        boolean admits(CheckLine line) {
            return weighs(line) && (kind == null || line.kind() == kind);
        }

        CheckFilter with(@Nullable Severity other) {
            return new CheckFilter(other, null, 0);
        }

        CheckFilter about(@Nullable Kind other) {
            return new CheckFilter(severity, other, 0);
        }

        CheckFilter at(int other) {
            return new CheckFilter(severity, kind, other);
        }

        String query() {
            StringBuilder query = new StringBuilder();
            append(query, "severity", severity == null ? "" : severity.name());
            append(query, "kind", kind == null ? "" : kind.name());
            append(query, "page", page == 0 ? "" : Integer.toString(page + 1));
            return query.toString();
        }

        private static void append(StringBuilder query, String name, String value) {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append("=")
                        .append(value);
            }
        }

        private static <E extends Enum<E>> @Nullable E named(E[] values, Optional<String> name) {
            return Arrays.stream(values)
                    .filter(value -> name.filter(value.name()::equals).isPresent())
                    .findFirst()
                    .orElse(null);
        }
    }
}
