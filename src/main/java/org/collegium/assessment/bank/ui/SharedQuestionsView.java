package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.assessment.bank.BankFile;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.SharedQuestion;
import org.collegium.assessment.bank.SharedQuestions;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** The questions that the partners of the alliance let each other copy; the address holds what is looked for. */
@Route(value = BankNavigation.SHARED, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class SharedQuestionsView extends BankView implements BeforeEnterObserver {

    private static final int ROWS = 20;

    private final transient SharedQuestions questions;
    private final transient OwnPartners own;
    private final transient Partners partners;
    private final TextField search = new TextField();
    private final Select<String> kind = new Select<>();
    private final PartnerField into;
    private final transient Optional<PartnerId> only;
    private final Div found = new Div();
    private int page;

    SharedQuestionsView(SharedQuestions questions, OwnPartners own, Partners partners) {
        this.questions = questions;
        this.own = own;
        this.partners = partners;
        name(getTranslation("assessment.bank.shared.title"));
        String any = getTranslation("assessment.bank.any");
        search.setLabel(getTranslation("assessment.bank.shared.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        kind.setLabel(getTranslation("assessment.bank.column.kind"));
        kind.setItems(ItemTemplates.kinds());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(any);
        kind.setItemLabelGenerator(item -> item == null ? any : getTranslation("assessment.bank.kind." + item));
        kind.addValueChangeListener(change -> changed(change.isFromClient()));
        into = new PartnerField(getTranslation("assessment.bank.shared.into"), own, CoursesPermissions.EDIT);
        only = own.only(CoursesPermissions.EDIT).map(Partner::id);
        into.setVisible(only.isEmpty());
        Div filters = new Div(search, kind, into);
        filters.addClassName("c-filters");
        found.addClassName("c-studio");
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("assessment.bank.shared.lead"))
                                .above(crumbs(new Crumb(
                                        ReuseNavigation.library(), getTranslation("assessment.bank.shared.library")))),
                        filters,
                        found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        kind.setValue(query.getSingleParameter("kind")
                .filter(ItemTemplates.kinds()::contains)
                .orElse(null));
        page = PageLinks.asked(query);
        into.setValue(own.search(CoursesPermissions.EDIT, "", new PageRequest(0, 1)).stream()
                .findFirst()
                .orElse(null));
        show();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow(BankNavigation.SHARED, query(0));
            show();
        }
    }

    private Map<String, String> query(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (kind.getValue() != null) {
            query.put("kind", kind.getValue());
        }
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return query;
    }

    private void show() {
        String wanted = Objects.requireNonNullElse(kind.getValue(), "");
        int all = questions.count(search.getValue(), wanted);
        page = PageLinks.shown(page, ROWS, all);
        List<SharedQuestion> rows = questions.list(search.getValue(), wanted, new PageRequest(page * ROWS, ROWS));
        found.removeAll();
        if (rows.isEmpty()) {
            String why = query(0).isEmpty() ? "assessment.bank.shared.empty" : "assessment.bank.shared.none";
            found.add(new EmptyState(
                    query(0).isEmpty() ? Illustration.TRAY : Illustration.SEARCH,
                    getTranslation(why + ".title"),
                    getTranslation(why + ".text")));
            return;
        }
        Paragraph count = new Paragraph(getTranslation("assessment.bank.count", all));
        count.getElement().setAttribute("role", "status");
        Map<PartnerId, String> whose =
                partners.find(rows.stream().map(SharedQuestion::partner).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Partner::id, one -> one.data().name()));
        UnorderedList list = new UnorderedList();
        list.addClassName("c-library");
        rows.forEach(question -> list.add(row(question, whose.getOrDefault(question.partner(), ""))));
        found.add(
                count,
                list,
                new PageLinks(
                        page,
                        ROWS,
                        all,
                        number -> "/"
                                + new Location(BankNavigation.SHARED, QueryParameters.simple(query(number)))
                                        .getPathWithQueryParameters()));
    }

    private ListItem row(SharedQuestion question, String whose) {
        H2 title = new H2(question.title());
        title.addClassName("c-library-title");
        Span about = new Span(String.join(
                " · ",
                getTranslation("assessment.bank.kind." + question.kind()),
                whose,
                question.licence(),
                question.tags().isEmpty() ? question.key() : String.join(", ", question.tags())));
        about.addClassNames("c-muted", "c-small");
        Pre text = new Pre(question.yaml());
        text.addClassName("c-conflict-text");
        Div said = new Div(text);
        question.files().forEach(file -> said.add(new Paragraph(picture(file))));
        NativeDetails whole = new NativeDetails(getTranslation("assessment.bank.shared.whole"), said);
        ListItem row = new ListItem(new Div(title, about, whole), action(question));
        row.addClassName("c-library-row");
        return row;
    }

    private static Anchor picture(BankFile file) {
        Anchor picture = new Anchor(CourseLinks.addressOf(file.sha256(), file.path()), new Span(file.path()));
        picture.setRouterIgnore(true);
        picture.setTarget(AnchorTarget.BLANK);
        return picture;
    }

    private Component action(SharedQuestion question) {
        if (only.filter(question.partner()::equals).isPresent()) {
            Span ours = new Span(getTranslation("assessment.bank.shared.ours"));
            ours.addClassNames("c-muted", "c-small");
            return ours;
        }
        NativeButton copy = new NativeButton(getTranslation("assessment.bank.shared.copy"), click -> copy(question));
        copy.addComponentAsFirst(Glyph.PLUS.create());
        copy.addClassName("c-button");
        copy.setAriaLabel(getTranslation("assessment.bank.shared.copy.what", question.title()));
        return copy;
    }

    private void copy(SharedQuestion question) {
        Partner to = into.getValue();
        if (to == null) {
            into.setInvalid(true);
            into.setErrorMessage(getTranslation("assessment.bank.shared.into.choose"));
            into.focus();
            return;
        }
        into.setInvalid(false);
        try {
            String key = questions.copy(
                    to.id(),
                    question.partner(),
                    question.key(),
                    question.version(),
                    getTranslation("assessment.bank.shared.note"));
            Toasts.show(getTranslation("assessment.bank.shared.copied", key));
            UI.getCurrent().navigate(BankNavigation.item(to.data().slug(), key).substring(1));
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
            show();
        }
    }
}
