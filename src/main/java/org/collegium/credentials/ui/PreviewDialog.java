package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.IssuePreview;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.Missing;
import org.collegium.credentials.rules.IdentityChecks;
import org.jspecify.annotations.Nullable;

/** Shows who would get a certificate now, and who would not and why, before anything is issued. */
class PreviewDialog extends Dialog {

    /** How many are judged and shown. */
    static final int MOST = 100;

    private final transient IdentityChecks identities;

    /**
     * @param total how many there are; of more than {@link #MOST} only the first are judged here
     * @param trial looks at all of them and issues nothing; null where there is no such thing
     */
    PreviewDialog(
            IssuingCertificates issuing,
            IdentityChecks identities,
            List<DueCertificate> candidates,
            int total,
            Supplier<UUID> issue,
            @Nullable Supplier<UUID> trial,
            Consumer<UUID> begun) {
        this.identities = identities;
        List<DueCertificate> shown = candidates.subList(0, Math.min(MOST, candidates.size()));
        IssuePreview preview = issuing.preview(shown);
        setHeaderTitle(getTranslation("credentials.preview.title", total));
        addClassNames("c-dialog", "c-dialog-wide");
        addClassName("registry-preview");
        if (total > shown.size()) {
            add(new Paragraph(getTranslation("credentials.preview.first", shown.size(), total)));
        }
        add(ready(preview), notReady(preview));
        Button confirm = new Button(issueLabel(preview, total - shown.size()), click -> {
            close();
            begun.accept(issue.get());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(!preview.ready().isEmpty() || total > shown.size());
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()));
        if (trial != null) {
            getFooter().add(new Button(getTranslation("credentials.preview.try"), click -> {
                close();
                begun.accept(trial.get());
            }));
        }
        getFooter().add(confirm);
    }

    /** Of those that are not shown nobody knows yet how many are ready. */
    private String issueLabel(IssuePreview preview, int notShown) {
        return notShown > 0
                ? getTranslation("credentials.preview.issue.all")
                : getTranslation("credentials.preview.issue", preview.ready().size());
    }

    private Div ready(IssuePreview preview) {
        UnorderedList list = new UnorderedList();
        preview.ready().forEach(due -> list.add(item(due, Words.reason(due))));
        return part("credentials.preview.ready", preview.ready().size(), list);
    }

    private Div notReady(IssuePreview preview) {
        UnorderedList list = new UnorderedList();
        preview.notReady().forEach(one -> {
            ListItem item = item(one.due(), Words.missing(one.missing()));
            if (one.missing().contains(new Missing.Identity())) {
                item.add(identity(one.due()));
            }
            list.add(item);
        });
        Div part = part("credentials.preview.not-ready", preview.notReady().size(), list);
        part.setVisible(!preview.notReady().isEmpty());
        return part;
    }

    private Button identity(DueCertificate due) {
        Button note = new Button(getTranslation("credentials.identity.note"));
        note.addClickListener(click ->
                new IdentityDialog(identities, due.learner(), due.learnerName(), () -> note.setEnabled(false)).open());
        note.setAriaLabel(getTranslation("credentials.identity.note-of", due.learnerName()));
        note.addThemeVariants(ButtonVariant.TERTIARY);
        return note;
    }

    private Div part(String heading, int number, UnorderedList list) {
        return new Div(new H3(getTranslation(heading, number)), list);
    }

    private static ListItem item(DueCertificate due, String text) {
        Span name = new Span(due.learnerName());
        name.addClassName("c-card-name");
        Div line = new Div(due.courseTitle() + " · " + text);
        line.addClassNames("c-muted", "c-small");
        return new ListItem(name, line);
    }
}
