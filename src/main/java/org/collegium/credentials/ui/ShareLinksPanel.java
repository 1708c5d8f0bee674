package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.credentials.sharing.ShareLink;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.credentials.sharing.Transcripts;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** The links that a holder gave: to copy again, to look at and to end. */
class ShareLinksPanel extends Div {

    private static final List<String> FORMS = List.of("pdf", "json", "jwt");

    private final transient Sharing sharing;
    private final transient Transcripts transcripts;
    private final transient AccountId owner;
    private final String address;
    private Set<UUID> withTranscript = Set.of();

    /** @param address of the platform, without a slash at its end */
    ShareLinksPanel(Sharing sharing, Transcripts transcripts, AccountId owner, String address) {
        this.sharing = sharing;
        this.transcripts = transcripts;
        this.owner = owner;
        this.address = address;
        show();
    }

    void show() {
        removeAll();
        List<ShareLink> links = sharing.links(owner);
        setVisible(!links.isEmpty());
        withTranscript = links.isEmpty() ? Set.of() : transcripts.links(owner);
        UnorderedList list = new UnorderedList();
        list.addClassName("share-links");
        links.forEach(link -> list.add(item(link)));
        add(new H2(getTranslation("credentials.share.list")), list);
    }

    private ListItem item(ShareLink link) {
        String name = link.name().isEmpty() ? getTranslation("credentials.share.unnamed") : link.name();
        Span title = new Span(name);
        title.addClassName("c-card-name");
        title.getElement().setAttribute("dir", "auto");
        Instant end = link.endsAt();
        Div facts = new Div(
                new Span(getTranslation(
                        "credentials.share.shows", link.certificates().size(), Words.dayText(link.madeAt()))),
                new Span(", "),
                new Span(
                        end == null
                                ? getTranslation("credentials.share.open-ended")
                                : getTranslation("credentials.share.until", Words.dayText(end))));
        facts.addClassNames("c-muted", "c-small");
        ListItem item = new ListItem(new Div(title, facts), actions(link, name));
        item.addClassName("c-surface");
        return item;
    }

    private Div actions(ShareLink link, String name) {
        Anchor look = new Anchor(link.token().path(), getTranslation("credentials.share.look"), AnchorTarget.BLANK);
        look.addClassName("c-button");
        look.setRouterIgnore(true);
        look.setAriaLabel(getTranslation("credentials.share.look-of", name));
        Button copy = new Button(
                getTranslation("credentials.own.copy"),
                Glyph.COPY.create(),
                click -> CopiedLink.copy(address + link.token().path()));
        copy.setAriaLabel(getTranslation("credentials.share.copy-of", name));
        Button end = new Button(getTranslation("credentials.share.end"), click -> end(link));
        end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        end.setAriaLabel(getTranslation("credentials.share.end-of", name));
        Div actions = new Div(copy, look);
        if (withTranscript.contains(link.id())) {
            FORMS.forEach(form -> actions.add(file(link, name, form)));
        }
        actions.add(end);
        actions.addClassName("certificate-actions");
        return actions;
    }

    private Anchor file(ShareLink link, String name, String form) {
        String text = getTranslation("credentials.share.transcript." + form);
        Anchor file = new Anchor(link.token().path() + "/transcript." + form, text);
        file.addClassName("c-button");
        file.setRouterIgnore(true);
        file.getElement().setAttribute("download", true);
        file.setAriaLabel(getTranslation("credentials.share.transcript.file-of", text, name));
        return file;
    }

    private void end(ShareLink link) {
        try {
            sharing.end(owner, link.id());
            Toasts.show(getTranslation("credentials.share.end.done"));
        } catch (RuleViolation gone) {
            Toasts.problem(getTranslation(gone.code(), gone.arguments().toArray()));
        }
        show();
    }
}
