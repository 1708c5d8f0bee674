package org.collegium.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the platform: the catalogue with search and filters, wholly in its address. */
@Controller
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The catalogue; with the header {@code X-Fragment} only the parts that a filter changes.
     *
     * @param parameters read by {@link CatalogueQuery}
     */
    @GetMapping("/")
    String catalogue(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Model model,
            HttpServletResponse response) {
        CataloguePage page = catalogue.search(CatalogueQuery.of(parameters));
        model.addAttribute("page", page);
        model.addAttribute("query", page.query());
        PublicPages.mayBeKept(response);
        response.addHeader(HttpHeaders.VARY, "X-Fragment");
        return fragment.isEmpty() ? "catalogue/catalogue" : "catalogue/catalogue :: changing";
    }
}
