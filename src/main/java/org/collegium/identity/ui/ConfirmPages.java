package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.collegium.identity.Access;
import org.collegium.identity.domain.OwnAccount;
import org.collegium.identity.domain.SigningUp;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where links in mails lead that show that an address is one's own. Opening the link changes nothing, because mail
 * programs open links by themselves; the button does.
 */
@Controller
class ConfirmPages {

    private static final String PAGE = "identity/confirm";

    private final SigningUp signingUp;
    private final OwnAccount ownAccount;
    private final Access access;

    ConfirmPages(SigningUp signingUp, OwnAccount ownAccount, Access access) {
        this.signingUp = signingUp;
        this.ownAccount = ownAccount;
        this.access = access;
    }

    @GetMapping("/confirm/{token}")
    String ask(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(signingUp.works(token) ? "ask" : "gone", response, model);
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(signingUp.confirm(token) ? "done" : "gone", response, model);
    }

    @GetMapping("/confirm-address/{token}")
    String askMove(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(ownAccount.moveWorks(token) ? "ask" : "gone", response, model);
    }

    @PostMapping("/confirm-address/{token}")
    String move(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(ownAccount.move(token) ? "done" : "gone", response, model);
    }

    private String show(String state, HttpServletResponse response, Model model) {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (state.equals("gone")) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("state", state);
        model.addAttribute("signedIn", access.signedIn());
        return PAGE;
    }
}
