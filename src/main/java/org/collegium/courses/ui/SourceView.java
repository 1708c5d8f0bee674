package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.source.SourceFile;

/** A text file of a draft with its line numbers; the address names the line to look at. */
@Route(value = CoursesNavigation.LIST + "/:course/source", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class SourceView extends CourseView {

    private static final int AROUND = 150;
    private static final int LONGEST_LINE = 2_000;

    private final transient Drafts drafts;

    SourceView(Courses courses, Drafts drafts, Access access) {
        super(courses, access);
        this.drafts = drafts;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<SourceFile> file = query.getSingleParameter("file").flatMap(path -> drafts.file(course.id(), path));
        int line = query.getSingleParameter("line")
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf)
                .orElse(0);
        file.ifPresent(found -> {
            name(found.path());
            content()
                    .add(
                            new PageHeader(found.path())
                                    .above(crumbs(
                                            new Crumb(CoursesNavigation.course(course.id()), course.title()),
                                            new Crumb(
                                                    CoursesNavigation.report(course.id()),
                                                    getTranslation("courses.report.heading")))),
                            found.text(fault -> {})
                                    .map(text -> lines(text.lines().toList(), line))
                                    .orElseGet(() -> new Paragraph(getTranslation("courses.source.no-text"))));
        });
        return file.isPresent();
    }

    private Component lines(List<String> all, int marked) {
        int first = Math.max(0, marked - 1 - AROUND);
        int last = Math.min(all.size(), Math.max(first + 2 * AROUND, marked + AROUND));
        OrderedList list = new OrderedList();
        list.addClassName("c-source");
        list.getElement().setAttribute("start", Integer.toString(first + 1));
        for (int i = first; i < last; i++) {
            String text = all.get(i);
            ListItem item = new ListItem(
                    new Code(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text));
            if (i == marked - 1) {
                item.addClassName("c-source-marked");
                item.getElement().setAttribute("tabindex", "-1");
                item.getElement().setAttribute("aria-current", "true");
                item.getElement()
                        .executeJs("this.scrollIntoView({block: 'center'}); this.focus({preventScroll: true})");
            }
            list.add(item);
        }
        Div box = new Div(list);
        box.addClassName("c-source-box");
        if (last - first < all.size()) {
            box.addComponentAsFirst(new Paragraph(getTranslation("courses.source.part", first + 1, last, all.size())));
        }
        return box;
    }
}
