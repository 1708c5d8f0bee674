package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.collegium.credentials.Award;
import org.collegium.credentials.AwardLine;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.GivingByHand;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.collegium.shared.ui.UploadTroubles;

/** Lines of awards, typed, pasted or from a file: first each is checked, then what is right can be given. */
@Route(value = CredentialsNavigation.BY_HAND, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.ISSUE)
class ByHandView extends Div implements HasDynamicTitle {

    /** What stands for bytes that are not UTF-8; a reason with it would be signed for ever. */
    private static final char UNREADABLE = '\uFFFD';

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String EXAMPLE = "ada@example.org; north-lakes-university/first-course; Summer school 2026";

    private final transient GivingByHand giving;
    private final TextArea lines = new TextArea();
    private final Upload upload = new Upload();
    private final Paragraph found = new Paragraph();
    private final Grid<AwardLine> grid = new Grid<>();
    private final Button give = new Button();
    private final KeptTyping typing;
    private transient List<AwardLine> read = List.of();

    ByHandView(GivingByHand giving) {
        this.giving = giving;
        lines.setLabel(getTranslation("credentials.award.file"));
        lines.setHelperText(getTranslation("credentials.award.file.hint"));
        lines.setPlaceholder(EXAMPLE);
        lines.setMinRows(5);
        lines.setMaxRows(12);
        lines.setWidthFull();
        lines.setManualValidation(true);
        lines.addValueChangeListener(change -> forget());
        describeUpload();
        describeGrid();
        Button check = new Button(getTranslation("credentials.award.check"), click -> check());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClickListener(click -> give());
        found.getElement().setAttribute("role", "status");
        Div actions = new Div(check, give);
        actions.addClassName("certificate-actions");
        Div form = new Div(lines, upload, actions);
        form.addClassName("registry-by-hand");
        add(new PageHeader(getPageTitle(), getTranslation("credentials.award.lead")), form, found, grid);
        typing = new KeptTyping(form, "by-hand").with("lines", lines);
        forget();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.award.title");
    }

    private void describeUpload() {
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("credentials.award.upload"), Glyph.UPLOAD.create()));
        upload.setDropAllowed(false);
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(getTranslation("credentials.award.upload.large", LARGEST / 1024 / 1024));
        refused.setIncorrectFileType(getTranslation("credentials.award.upload.type"));
        refused.setTooManyFiles(getTranslation("credentials.award.upload.one"));
        upload.setI18n(new UploadI18N().setError(refused));
        UploadTroubles.tell(upload, Toasts::problem);
        upload.setUploadHandler(BoundedUpload.inMemory(LARGEST, (metadata, data) -> {
            upload.clearFileList();
            String text = new String(data, StandardCharsets.UTF_8);
            if (text.indexOf(UNREADABLE) >= 0) {
                Toasts.problem(getTranslation("credentials.award.upload.encoding"));
                return;
            }
            lines.setValue(text);
            check();
        }));
    }

    private void describeGrid() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Grid.Column<AwardLine> card = grid.addComponentColumn(this::card);
        grid.addColumn(AwardLine::number)
                .setHeader(getTranslation("credentials.award.line"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addColumn(ByHandView::who)
                .setHeader(getTranslation("credentials.column.who"))
                .setFlexGrow(2);
        grid.addColumn(ByHandView::what)
                .setHeader(getTranslation("credentials.column.what"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::badge)
                .setHeader(getTranslation("credentials.column.status"))
                .setWidth("13rem")
                .setFlexGrow(0);
        grid.addColumn(this::why)
                .setHeader(getTranslation("credentials.column.why"))
                .setFlexGrow(3);
        CardsOnPhone.of(grid, card);
    }

    private Component card(AwardLine line) {
        Span who = new Span(who(line));
        who.addClassName("c-card-name");
        Div why = new Div(getTranslation("credentials.award.line") + " " + line.number() + " · " + why(line));
        why.addClassNames("c-muted", "c-small");
        Div card = new Div(who, new Div(what(line)), badge(line), why);
        card.addClassName("c-card");
        return card;
    }

    private static String who(AwardLine line) {
        return line.award().map(Award::learnerName).orElse(line.email());
    }

    private static String what(AwardLine line) {
        return line.award().map(Award::courseTitle).orElse(line.course());
    }

    private Component badge(AwardLine line) {
        return line.award().isPresent()
                ? new StatusBadge(StatusBadge.Status.GOOD, getTranslation("credentials.award.right"))
                : new StatusBadge(StatusBadge.Status.BAD, getTranslation("credentials.award.wrong"));
    }

    private String why(AwardLine line) {
        RuleViolation fault = line.fault();
        return fault == null
                ? line.award().map(Award::reason).orElse("")
                : getTranslation(fault.code(), fault.arguments().toArray());
    }

    private void forget() {
        read = List.of();
        show();
    }

    private void check() {
        lines.setInvalid(false);
        try {
            read = giving.read(lines.getValue()).stream()
                    .sorted(Comparator.comparing(line -> line.award().isPresent()))
                    .toList();
        } catch (RuleViolation violation) {
            read = List.of();
            lines.setErrorMessage(
                    getTranslation(violation.code(), violation.arguments().toArray()));
            lines.setInvalid(true);
            lines.focus();
        }
        show();
    }

    private void show() {
        long right = read.stream().filter(line -> line.award().isPresent()).count();
        grid.setItems(read);
        grid.setVisible(!read.isEmpty());
        found.setVisible(!read.isEmpty());
        found.setText(getTranslation("credentials.award.found", right, read.size() - right));
        give.setText(getTranslation("credentials.award.give", right));
        give.setEnabled(right > 0);
    }

    private void give() {
        UUID begun =
                giving.give(read.stream().flatMap(line -> line.award().stream()).toList());
        typing.forget();
        UI.getCurrent().navigate(CredentialsNavigation.ISSUES + "/" + begun);
    }
}
