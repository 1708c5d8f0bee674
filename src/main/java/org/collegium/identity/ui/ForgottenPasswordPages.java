package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.collegium.identity.domain.ResettingPassword;
import org.collegium.identity.security.Throttle;
import org.collegium.identity.security.ThrottledAction;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who forgot the password asks for a link and uses it. */
@Controller
class ForgottenPasswordPages {

    private static final String FORGOT = "identity/forgot";
    private static final String RESET = "identity/reset";
    private static final Duration STEADY = Duration.ofMillis(400);

    private final ResettingPassword resetting;
    private final Throttle throttle;
    private final Forms forms;

    ForgottenPasswordPages(ResettingPassword resetting, Throttle throttle, Forms forms) {
        this.resetting = resetting;
        this.throttle = throttle;
        this.forms = forms;
    }

    @GetMapping("/forgot")
    String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Locale locale, Model model) {
        showAsking(model, email, false, forms.whenOpened(request, locale));
        return FORGOT;
    }

    @PostMapping("/forgot")
    String send(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Map<String, String> errors = forms.none();
        try {
            EmailAddress address = new EmailAddress(email);
            Optional<Duration> waiting =
                    throttle.attempt(ThrottledAction.RESET, address.value(), request.getRemoteAddr());
            if (waiting.isPresent()) {
                forms.mustWait(errors, waiting.get(), response, locale);
            } else {
                inSteadyTime(() -> resetting.request(address.value()));
            }
        } catch (RuleViolation violation) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            forms.add(errors, violation, locale);
        }
        showAsking(model, email, errors.isEmpty(), errors);
        return FORGOT;
    }

    @GetMapping("/reset/{token}")
    String choose(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        showChoosing(model, response, resetting.works(token), forms.whenOpened(request, locale));
        return RESET;
    }

    @PostMapping("/reset/{token}")
    String set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Map<String, String> errors = forms.none();
        try {
            Optional<EmailAddress> account = resetting.reset(token, password);
            if (account.isPresent()) {
                throttle.forgive(ThrottledAction.SIGN_IN, account.get().value(), request.getRemoteAddr());
                return "redirect:/sign-in?reset";
            }
        } catch (RuleViolation violation) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            forms.add(errors, violation, locale);
        }
        showChoosing(model, response, !errors.isEmpty(), errors);
        return RESET;
    }

    /** Takes the same time whether there is an account or not, so that the time does not tell. */
    private static void inSteadyTime(Runnable work) {
        long end = System.nanoTime() + STEADY.toNanos();
        work.run();
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void showAsking(Model model, String email, boolean sent, Map<String, String> errors) {
        model.addAttribute("email", email);
        model.addAttribute("sent", sent);
        model.addAttribute("errors", errors);
    }

    private static void showChoosing(
            Model model, HttpServletResponse response, boolean works, Map<String, String> errors) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!works) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("works", works);
        model.addAttribute("errors", errors);
    }
}
