package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.derived.Library;
import org.collegium.courses.derived.LibraryFilter;
import org.collegium.courses.derived.LibraryItem;
import org.collegium.courses.derived.LibraryPage;
import org.collegium.courses.derived.LibraryShelf;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.springframework.beans.factory.ObjectProvider;

/** What may be taken from the published courses of the alliance; the address holds what is looked for. */
@Route(value = "studio/library", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
@StyleSheet("styles/studio.css")
class LibraryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS = 20;

    private final transient Library library;
    private final transient Courses courses;
    private final transient Drafts drafts;
    private final transient Partners partners;
    private final TextField search = new TextField();
    private final Map<String, Select<String>> choices = new LinkedHashMap<>();
    private final Div found = new Div();
    private int page;

    LibraryView(
            Library library, Courses courses, Drafts drafts, Partners partners, ObjectProvider<LibraryShelf> shelves) {
        this.library = library;
        this.courses = courses;
        this.drafts = drafts;
        this.partners = partners;
        search.setLabel(getTranslation("courses.library.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        for (String name : List.of("kind", "skill", "language", "licence")) {
            Select<String> choice = new Select<>();
            choice.setLabel(getTranslation("courses.library." + (name.equals("licence") ? "licence-of" : name)));
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(getTranslation("courses.library.any"));
            choice.addValueChangeListener(change -> changed(change.isFromClient()));
            choices.put(name, choice);
            filters.add(choice);
        }
        found.addClassName("c-studio");
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("courses.library.lead"));
        shelves.orderedStream()
                .forEach(shelf -> header.withActions(
                        ReusePage.button(shelf.address(), Glyph.LIBRARY.create(), getTranslation(shelf.label()))));
        Div content = new Div(header, filters, found);
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("courses.library.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        LibraryPage all = library.find(new LibraryFilter("", "", "", "", ""), new PageRequest(0, 1));
        offer("kind", all.kinds(), query, kind -> getTranslation("courses.library.kind." + kind));
        offer(
                "skill",
                List.copyOf(all.skills().keySet()),
                query,
                key -> all.skills().getOrDefault(key, key));
        offer("language", all.languages(), query, this::language);
        offer("licence", all.licences(), query, licence -> licence);
        show();
    }

    private void offer(String name, List<String> items, QueryParameters query, UnaryOperator<String> label) {
        Select<String> choice = Objects.requireNonNull(choices.get(name));
        choice.setItems(items);
        choice.setItemLabelGenerator(item -> item == null ? getTranslation("courses.library.any") : label.apply(item));
        choice.setValue(query.getSingleParameter(name).filter(items::contains).orElse(null));
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(getLocale());
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow("studio/library", query(0));
            show();
        }
    }

    private String chosen(String name) {
        return Objects.requireNonNullElse(
                Objects.requireNonNull(choices.get(name)).getValue(), "");
    }

    private Map<String, String> query(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        choices.keySet().stream()
                .filter(name -> !chosen(name).isEmpty())
                .forEach(name -> query.put(name, chosen(name)));
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return query;
    }

    private void show() {
        LibraryFilter filter = new LibraryFilter(
                search.getValue(), chosen("kind"), chosen("skill"), chosen("language"), chosen("licence"));
        LibraryPage now = library.find(filter, new PageRequest(page * ROWS, ROWS));
        if (page != PageLinks.shown(page, ROWS, now.all())) {
            page = PageLinks.shown(page, ROWS, now.all());
            now = library.find(filter, new PageRequest(page * ROWS, ROWS));
        }
        found.removeAll();
        if (now.items().isEmpty()) {
            boolean any = !query(0).isEmpty();
            found.add(new EmptyState(
                    any ? Illustration.SEARCH : Illustration.BOOK,
                    getTranslation(any ? "courses.library.none.title" : "courses.library.empty.title"),
                    getTranslation(any ? "courses.library.none.text" : "courses.library.empty.text")));
            return;
        }
        Paragraph count = new Paragraph(getTranslation("courses.library.count", now.all()));
        count.getElement().setAttribute("role", "status");
        Map<PartnerId, String> names = names(now.items());
        UnorderedList list = new UnorderedList();
        list.addClassName("c-library");
        now.items().forEach(item -> list.add(row(item, names)));
        found.add(
                count,
                list,
                new PageLinks(
                        page,
                        ROWS,
                        now.all(),
                        number -> "/"
                                + new Location("studio/library", QueryParameters.simple(query(number)))
                                        .getPathWithQueryParameters()));
    }

    private Map<PartnerId, String> names(List<LibraryItem> items) {
        Set<PartnerId> ids = items.stream().map(item -> item.course().partner()).collect(Collectors.toSet());
        return partners.find(ids).stream()
                .collect(Collectors.toMap(Partner::id, one -> one.data().name()));
    }

    private ListItem row(LibraryItem item, Map<PartnerId, String> names) {
        String course = item.course().manifest().metadata().title();
        String partner = names.getOrDefault(item.course().partner(), "");
        Span about = new Span(String.join(
                " · ",
                getTranslation("courses.library.kind." + item.kind()),
                item.unit().isPresent() ? getTranslation("courses.library.of", course, partner) : partner,
                language(item.course().manifest().metadata().language()),
                item.course().manifest().metadata().licence()));
        about.addClassNames("c-muted", "c-small");
        H2 title = new H2(item.title());
        title.addClassName("c-library-title");
        Div text = new Div(title, about);
        ListItem row = new ListItem(text, action(item));
        row.addClassName("c-library-row");
        return row;
    }

    private Component action(LibraryItem item) {
        if (item.unit().isEmpty()) {
            Anchor adapt = ReusePage.button(
                    ReuseNavigation.adapt(item.course().course()),
                    Glyph.GIT_BRANCH.create(),
                    getTranslation("courses.library.adapt"));
            adapt.setAriaLabel(getTranslation("courses.library.adapt.what", item.title()));
            return adapt;
        }
        NativeButton insert = new NativeButton(
                getTranslation("courses.library.insert"),
                click -> new InsertDialog(item, library, courses, drafts).open());
        insert.addComponentAsFirst(Glyph.PLUS.create());
        insert.addClassName("c-button");
        insert.setAriaLabel(getTranslation("courses.library.insert.what", item.title()));
        return insert;
    }
}
