package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.NewAccount;
import org.collegium.identity.domain.SigningUp;
import org.collegium.identity.security.FormAgain;
import org.collegium.identity.security.LocalPath;
import org.collegium.identity.security.Sessions;
import org.collegium.identity.security.Throttle;
import org.collegium.identity.security.ThrottledAction;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where people get an account, on one screen. {@code /sign-up?continue=/join/…} brings them on at once, signed in; the
 * address is confirmed later, by mail.
 */
@Controller
class SignUpPage {

    private static final String PAGE = "identity/sign-up";

    private final SigningUp signingUp;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AfterSigningIn after;
    private final Forms forms;
    private final Access access;

    SignUpPage(
            SigningUp signingUp,
            Throttle throttle,
            Sessions sessions,
            AfterSigningIn after,
            Forms forms,
            Access access) {
        this.signingUp = signingUp;
        this.throttle = throttle;
        this.sessions = sessions;
        this.after = after;
        this.forms = forms;
        this.access = access;
    }

    @GetMapping("/sign-up")
    String form(
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (access.signedIn()) {
            return "redirect:" + after.destination(wanted);
        }
        show(
                model,
                FormAgain.typed(request, "name"),
                FormAgain.typed(request, "email"),
                FormAgain.typed(request, "terms").equals("true"),
                after.wanted(wanted, request).map(LocalPath::value).orElse(null),
                forms.whenOpened(request, locale));
        return PAGE;
    }

    @PostMapping("/sign-up")
    String signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean terms,
            @RequestParam(name = "continue", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Map<String, String> errors = forms.none();
        Optional<Duration> waiting = throttle.attempt(ThrottledAction.SIGN_UP, email, request.getRemoteAddr());
        List<RuleViolation> faults = signingUp.faults(name, email, password, terms);
        if (waiting.isPresent()) {
            forms.mustWait(errors, waiting.get(), response, locale);
        } else if (faults.isEmpty()) {
            try {
                AccountId account =
                        signingUp.register(new NewAccount(name, new EmailAddress(email), password, locale), terms);
                sessions.begin(account, request, response);
                return "redirect:" + after.destination(wanted);
            } catch (RuleViolation taken) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                forms.add(errors, taken, locale);
            }
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            faults.forEach(fault -> forms.add(errors, fault, locale));
        }
        show(
                model,
                name,
                email,
                terms,
                LocalPath.of(wanted).map(LocalPath::value).orElse(null),
                errors);
        return PAGE;
    }

    private static void show(
            Model model,
            String name,
            String email,
            boolean terms,
            @Nullable String wanted,
            Map<String, String> errors) {
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("terms", terms);
        model.addAttribute("wanted", wanted);
        model.addAttribute("query", LocalPath.of(wanted).map(LocalPath::asQuery).orElse(""));
        model.addAttribute("errors", errors);
    }
}
