package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.browser.BrowserPackages;
import org.collegium.labs.browser.PackageKind;
import org.collegium.labs.browser.PackageLine;
import org.collegium.labs.browser.PackageOverview;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Packages for Python in learners' browsers: what labs ask for, what is there, what was refused. The URL holds what is looked for. */
@Route(value = OperatingNavigation.PACKAGES, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.OPERATE)
class PackagesView extends OperatingView implements BeforeEnterObserver {

    private static final int ROWS = 25;
    private static final List<String> COLUMNS = List.of("package", "state", "labs", "file");

    private final transient BrowserPackages packages;
    private final KindChips kinds = new KindChips("labs.packages.kinds", "labs.packages.kind.");
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final Div body = new Div();
    private PackageKind kind = PackageKind.WANTED;
    private int page;

    PackagesView(BrowserPackages packages) {
        this.packages = packages;
        PackageOverview overview = packages.overview();
        search.setLabel(getTranslation("labs.packages.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        add(
                new PageHeader(getPageTitle(), getTranslation("labs.packages.lead")),
                parts(OperatingNavigation.PACKAGES),
                how(overview),
                new Section(kinds, filters, count, body));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("labs.packages.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        kind = Arrays.stream(PackageKind.values())
                .filter(each -> query.getSingleParameter("list")
                        .filter(each.name()::equals)
                        .isPresent())
                .findFirst()
                .orElse(PackageKind.WANTED);
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        show();
    }

    private Component how(PackageOverview overview) {
        Section how = new Section();
        how.addClassNames("c-surface", "c-operations-stack");
        overview.brokenLock().ifPresent(file -> how.add(notice(getTranslation("labs.packages.lock-broken", file))));
        how.add(
                new Paragraph(getTranslation("labs.packages.how", overview.known())),
                new CommandToCopy(overview.folder(), getTranslation("labs.packages.folder")),
                new Paragraph(getTranslation("labs.packages.source")),
                new CommandToCopy(overview.source(), getTranslation("labs.packages.source-address")));
        if (!overview.strangers().isEmpty()) {
            how.add(notice(getTranslation("labs.packages.strangers", String.join(", ", overview.strangers()))));
        }
        return how;
    }

    private static Component notice(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("c-breaks");
        Div notice = new Div(Glyph.TRIANGLE_ALERT.create(), words);
        notice.addClassNames("c-notice", "c-notice-waiting");
        return notice;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, address(kind, 0).substring(1));
            show();
        }
    }

    private void show() {
        kinds.show(kind, each -> address(each, 0));
        int all = packages.count(kind, search.getValue());
        List<PackageLine> lines = packages.list(kind, search.getValue(), new PageRequest(page * ROWS, ROWS));
        count.setText(getTranslation("labs.packages.count", all));
        body.removeAll();
        if (lines.isEmpty()) {
            String key = search.isEmpty() ? kind.name() : "FOUND";
            body.add(new EmptyState(
                    Illustration.TRAY,
                    getTranslation("labs.packages.empty." + key + ".title"),
                    getTranslation("labs.packages.empty." + key + ".text")));
            return;
        }
        Rows table = new Rows("labs.packages.column.", COLUMNS);
        lines.forEach(line -> table.row(name(line), state(line), asked(line), file(line)));
        body.add(table, new PageLinks(page, ROWS, all, number -> address(kind, number)));
    }

    private String address(PackageKind of, int number) {
        return OperatingNavigation.address(
                OperatingNavigation.PACKAGES,
                Map.of(
                        "list", of == PackageKind.WANTED ? "" : of.name(),
                        "q", search.getValue(),
                        "page", number == 0 ? "" : Integer.toString(number + 1)));
    }

    private static Component name(PackageLine line) {
        Span name = new Span(line.name());
        name.addClassName("c-card-name");
        return new Stack(name, Stack.small(line.version()));
    }

    private Component state(PackageLine line) {
        return switch (line.state()) {
            case GENUINE ->
                line.lacks().isEmpty()
                        ? new StatusBadge(Status.GOOD, getTranslation("labs.packages.state.works"))
                        : new Stack(
                                new StatusBadge(Status.WAITING, getTranslation("labs.packages.state.lacks")),
                                Stack.small(String.join(", ", line.lacks())));
            case WRONG ->
                new Stack(
                        new StatusBadge(Status.BAD, getTranslation("labs.packages.state.wrong")),
                        Stack.small(getTranslation("labs.packages.state.wrong.text")));
            case ABSENT -> new StatusBadge(Status.NEUTRAL, getTranslation("labs.packages.state.absent"));
            case UNKNOWN ->
                new Stack(
                        new StatusBadge(Status.LOCKED, getTranslation("labs.packages.state.unknown")),
                        Stack.small(getTranslation("labs.packages.state.unknown.text")));
        };
    }

    private Component asked(PackageLine line) {
        Stack asked = new Stack();
        if (line.labs() > 0) {
            asked.add(
                    new Span(getTranslation("labs.packages.labs", line.labs())),
                    Stack.small(String.join(", ", line.courses())));
        }
        if (!line.neededBy().isEmpty()) {
            asked.add(Stack.small(getTranslation("labs.packages.needed-by", String.join(", ", line.neededBy()))));
        }
        return asked;
    }

    private Component file(PackageLine line) {
        if (line.fileName().isEmpty()) {
            return new Div();
        }
        Code file = new Code(line.fileName());
        file.addClassName("c-breaks");
        Span hash = Stack.small("SHA-256 " + line.sha256());
        hash.addClassName("c-operations-hash");
        return new Stack(file, hash);
    }
}
