package org.collegium.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.identity.Access;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.SignedIn;
import org.collegium.identity.domain.OwnAccount;
import org.collegium.identity.domain.SigningUp;
import org.collegium.identity.security.Throttle;
import org.collegium.identity.security.ThrottledAction;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;

/** A person's own account: who they are, how they sign in, what is kept about them. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
class AccountView extends Div implements HasDynamicTitle {

    private final transient Accounts accounts;
    private final transient OwnAccount own;
    private final transient SigningUp signingUp;
    private final transient OwnPassword password;
    private final transient Throttle throttle;
    private final transient Forms forms;
    private final transient AuthenticationContext authentication;
    private final SignedIn person;
    private final AccountReference account;

    AccountView(
            Access access,
            Accounts accounts,
            OwnAccount own,
            SigningUp signingUp,
            OwnPassword password,
            Throttle throttle,
            Forms forms,
            Messages messages,
            AuthenticationContext authentication) {
        this.accounts = accounts;
        this.own = own;
        this.signingUp = signingUp;
        this.password = password;
        this.throttle = throttle;
        this.forms = forms;
        this.authentication = authentication;
        this.person = access.current().orElseThrow();
        this.account = accounts.find(person.account()).orElseThrow();
        Div sections = new Div(profile(messages.languages()), email(), changePassword(), sessions(), data(), erase());
        sections.addClassName("c-settings");
        add(new PageHeader(getPageTitle()), sections);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.account.title");
    }

    private Component profile(List<Locale> languages) {
        TextField name = new TextField(getTranslation("identity.field.name"), account.name(), "");
        name.setAutocomplete(Autocomplete.NAME);
        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("identity.field.language"));
        language.setItems(languages);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        Locale spoken = Locale.of(account.locale().getLanguage());
        language.setValue(languages.contains(spoken) ? spoken : Locale.ENGLISH);
        language.setVisible(languages.size() > 1);
        Button save = new Button(getTranslation("identity.account.profile.save"), click -> {
            name.setInvalid(false);
            try {
                own.describe(account.id(), name.getValue(), language.getValue());
                Toasts.show(getTranslation("identity.account.saved"));
            } catch (RuleViolation violation) {
                name.setErrorMessage(
                        getTranslation(violation.code(), violation.arguments().toArray()));
                name.setInvalid(true);
            }
        });
        return section("profile").with(name, language, save);
    }

    private Component email() {
        StatusBadge status = account.confirmed()
                ? new StatusBadge(StatusBadge.Status.GOOD, getTranslation("identity.account.email.confirmed"))
                : new StatusBadge(StatusBadge.Status.WAITING, getTranslation("identity.account.email.unconfirmed"));
        Button again = new Button(getTranslation("identity.account.email.send"), Glyph.MAIL.create());
        again.addClickListener(click -> sendAgain());
        again.setVisible(!account.confirmed());
        Div line = new Div(new Span(account.email()), status, again);
        line.addClassName("c-settings-line");
        EmailField wanted = new EmailField(getTranslation("identity.account.email.new"));
        wanted.setAutocomplete(Autocomplete.EMAIL);
        wanted.setManualValidation(true);
        wanted.setHelperText(getTranslation("identity.account.email.move-text"));
        PasswordField current = OwnPassword.field(getTranslation("identity.field.current-password"));
        Button move = new Button(getTranslation("identity.account.email.move"), click -> {
            if (password.ask(person, current, wanted, typed -> requestMove(typed, wanted.getValue()))) {
                Toasts.show(getTranslation("identity.account.email.sent", wanted.getValue()));
                wanted.clear();
            }
        });
        return new SettingsSection(getTranslation("identity.account.email.heading"), "")
                .with(line, wanted, current, move);
    }

    private void requestMove(String typed, String wanted) {
        own.requestMove(account.id(), typed, new EmailAddress(wanted));
    }

    private void sendAgain() {
        Optional<Duration> waiting = throttle.attempt(
                ThrottledAction.RESEND,
                account.email(),
                VaadinServletRequest.getCurrent().getRemoteAddr());
        if (waiting.isPresent()) {
            Toasts.problem(forms.waiting(waiting.get(), getLocale()));
        } else {
            signingUp.sendAgain(account.id());
            Toasts.show(getTranslation("identity.account.email.sent", account.email()));
        }
    }

    private Component changePassword() {
        PasswordField current = OwnPassword.field(getTranslation("identity.field.current-password"));
        PasswordField wanted = new PasswordField(getTranslation("identity.field.new-password"));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText(getTranslation("identity.password.hint"));
        Button save = new Button(getTranslation("identity.account.password.save"), click -> {
            if (password.ask(
                    person, current, wanted, typed -> own.changePassword(account.id(), typed, wanted.getValue()))) {
                wanted.clear();
                Toasts.show(getTranslation("identity.account.password.done"));
            }
        });
        return section("password").with(current, wanted, save);
    }

    private Component sessions() {
        Button end = new Button(getTranslation("identity.account.sessions.end"), Glyph.LOG_OUT.create());
        end.addClickListener(click -> {
            accounts.signOutEverywhere(account.id());
            authentication.logout();
        });
        return section("sessions").with(end);
    }

    private Component data() {
        Anchor download = new Anchor("/account/data", getTranslation("identity.account.data.download"));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        download.addClassName("c-button");
        download.addComponentAsFirst(Glyph.DOWNLOAD.create());
        return section("data").with(download);
    }

    private Component erase() {
        PasswordField current = OwnPassword.field(getTranslation("identity.field.current-password"));
        Button erase = new Button(getTranslation("identity.account.erase.action"), Glyph.TRASH_2.create());
        erase.addThemeVariants(ButtonVariant.ERROR);
        erase.addClickListener(click -> new ConfirmWithConsequences(
                        getTranslation("identity.account.erase.question"),
                        List.of(
                                getTranslation("identity.account.erase.consequence.in"),
                                getTranslation("identity.account.erase.consequence.learning"),
                                getTranslation("identity.account.erase.consequence.certificates")),
                        getTranslation("identity.account.erase.confirm"),
                        () -> erase(current))
                .open());
        return section("erase").with(current, erase);
    }

    private void erase(PasswordField current) {
        if (password.ask(person, current, current, typed -> own.erase(account.id(), typed))) {
            authentication.logout();
        }
    }

    private SettingsSection section(String name) {
        return new SettingsSection(
                getTranslation("identity.account." + name + ".heading"),
                getTranslation("identity.account." + name + ".text"));
    }
}
