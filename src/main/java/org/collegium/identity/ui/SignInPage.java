package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.identity.Access;
import org.collegium.identity.DemonstrationAccounts;
import org.collegium.identity.DemonstrationAccounts.DemonstrationAccount;
import org.collegium.identity.security.LocalPath;
import org.collegium.identity.security.Sessions;
import org.collegium.identity.security.SigningIn;
import org.collegium.identity.security.SigningIn.Refused;
import org.collegium.identity.security.SigningIn.Wait;
import org.collegium.identity.security.SigningIn.Welcome;
import org.collegium.shared.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. */
@Controller
class SignInPage {

    private static final String PAGE = "identity/sign-in";

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final AfterSigningIn after;
    private final Forms forms;
    private final Messages messages;
    private final Access access;
    private final List<DemonstrationAccount> offered;

    SignInPage(
            SigningIn signingIn,
            Sessions sessions,
            AfterSigningIn after,
            Forms forms,
            Messages messages,
            Access access,
            ObjectProvider<DemonstrationAccounts> demonstration,
            @Value("${collegium.demonstration}") boolean demonstrating) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.after = after;
        this.forms = forms;
        this.messages = messages;
        this.access = access;
        this.offered = demonstrating
                ? demonstration.stream()
                        .flatMap(accounts -> accounts.accounts().stream())
                        .toList()
                : List.of();
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (access.signedIn()) {
            return "redirect:" + after.destination(wanted);
        }
        show(
                model,
                email,
                after.wanted(wanted, request).map(LocalPath::value).orElse(null),
                forms.whenOpened(request, locale));
        model.addAttribute("notice", notice(request));
        return PAGE;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Map<String, String> errors = forms.none();
        switch (signingIn.signIn(email, password, request.getRemoteAddr())) {
            case Welcome(var person) -> {
                sessions.begin(person, request, response);
                return "redirect:" + after.destination(wanted);
            }
            case Refused() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                errors.put(Forms.WHOLE, messages.getMessage("identity.sign-in.refused", new Object[0], locale));
            }
            case Wait(var time) -> forms.mustWait(errors, time, response, locale);
        }
        show(model, email, LocalPath.of(wanted).map(LocalPath::value).orElse(null), errors);
        return PAGE;
    }

    private void show(Model model, String email, @Nullable String wanted, Map<String, String> errors) {
        model.addAttribute("email", email);
        model.addAttribute("wanted", wanted);
        model.addAttribute("query", LocalPath.of(wanted).map(LocalPath::asQuery).orElse(""));
        model.addAttribute("errors", errors);
        model.addAttribute("offered", offered);
    }

    private static @Nullable String notice(HttpServletRequest request) {
        return List.of("ended", "reset", "erased").stream()
                .filter(reason -> request.getParameter(reason) != null)
                .findFirst()
                .map(reason -> "identity.sign-in.notice." + reason)
                .orElse(null);
    }
}
