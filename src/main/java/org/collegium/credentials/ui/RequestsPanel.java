package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.credentials.succession.CertificateRequest;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** What a holder asked of registrars, and what became of it. */
class RequestsPanel extends Section {

    private static final PageRequest LATEST = new PageRequest(0, 20);

    private final transient AskingForAnother asking;
    private final AccountId owner;

    RequestsPanel(AskingForAnother asking, AccountId owner) {
        this.asking = asking;
        this.owner = owner;
        addClassName("rule-panel");
        show();
    }

    void show() {
        List<CertificateRequest> requests = asking.of(owner, LATEST);
        removeAll();
        setVisible(!requests.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-courses");
        requests.forEach(request -> list.add(line(request)));
        add(new H2(getTranslation("credentials.asked.title")), list);
    }

    private ListItem line(CertificateRequest request) {
        String what = request.newName()
                .map(name -> getTranslation("credentials.asked.rename", request.course(), name))
                .orElseGet(() -> getTranslation("credentials.asked.renew", request.course()));
        ListItem line = new ListItem(new Span(what + " "));
        line.add(new Span(getTranslation(
                "credentials.asked." + request.state(), request.answer().orElse(""))));
        if (request.state() == CertificateRequest.State.OPEN) {
            Button withdraw = new Button(getTranslation("credentials.asked.withdraw"), click -> {
                try {
                    asking.withdraw(owner, request.id());
                } catch (RuleViolation decided) {
                    Toasts.problem(getTranslation(decided.code()));
                }
                show();
            });
            withdraw.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(withdraw);
        }
        return line;
    }
}
