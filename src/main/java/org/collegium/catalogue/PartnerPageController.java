package org.collegium.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The members' directory and the page of each member with its courses. */
@Controller
class PartnerPageController {

    private static final int ROWS = 24;

    private final Partners partners;
    private final Catalogue catalogue;

    PartnerPageController(Partners partners, Catalogue catalogue) {
        this.partners = partners;
        this.catalogue = catalogue;
    }

    /** A member with the number of its courses. */
    public record Member(Partner partner, PartnerBrand brand, long courses) {}

    @GetMapping("/partners")
    String members(@RequestParam(defaultValue = "1") String page, Model model, HttpServletResponse response) {
        Map<UUID, Long> courses = catalogue.coursesByPartner();
        int all = partners.count("");
        int last = Math.max(1, (all + ROWS - 1) / ROWS);
        int shown = page.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(page), last) : 1;
        List<Member> members = partners.search("", new PageRequest((shown - 1) * ROWS, ROWS)).stream()
                .map(partner -> new Member(
                        partner,
                        PartnerBrand.of(partner),
                        courses.getOrDefault(partner.id().value(), 0L)))
                .toList();
        model.addAttribute("members", members);
        model.addAttribute("page", shown);
        model.addAttribute("pages", last);
        PublicPages.mayBeKept(response);
        return "catalogue/partners";
    }

    @GetMapping("/partners/{slug}")
    String partner(@PathVariable String slug, Model model, HttpServletResponse response) {
        Partner partner = existing(slug);
        EnumMap<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        chosen.put(Facet.PARTNER, Set.of(slug));
        model.addAttribute("partner", partner.data());
        model.addAttribute("brand", PartnerBrand.of(partner));
        model.addAttribute("page", catalogue.search(new CatalogueQuery("", chosen, CatalogueQuery.Order.NEWEST, 1)));
        PublicPages.mayBeKept(response);
        return "catalogue/partner";
    }

    private Partner existing(String slug) {
        try {
            return partners.find(new Slug(slug)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (RuleViolation notASlug) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notASlug);
        }
    }
}
