package org.collegium.identity.ui;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The terms one agrees to, and what the platform keeps about people. */
@Controller
class DocumentPages {

    private final String version;

    DocumentPages(@Value("${collegium.terms-version}") String version) {
        this.version = version;
    }

    @GetMapping("/terms")
    String terms(Model model) {
        return show(model, "terms", List.of("who", "learn", "conduct", "content", "certificates", "end"));
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        return show(model, "privacy", List.of("what", "why", "who", "long", "rights"));
    }

    private String show(Model model, String document, List<String> parts) {
        model.addAttribute("document", document);
        model.addAttribute("parts", parts);
        model.addAttribute("version", version);
        return "identity/document";
    }
}
