package org.collegium.credentials.programmes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.credentials.rules.Validity;
import org.collegium.identity.PublicAddresses;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Programmes as everybody reads them, without a session: at most six queries. */
@Controller
class ProgrammePages {

    private static final int ROWS = 24;

    private final Programmes programmes;
    private final Endorsing endorsing;
    private final Partners partners;

    ProgrammePages(Programmes programmes, Endorsing endorsing, Partners partners) {
        this.programmes = programmes;
        this.endorsing = endorsing;
        this.partners = partners;
    }

    @Bean
    static PublicAddresses addressesOfProgrammes() {
        return PublicAddresses.of("/programmes", "/programmes/**");
    }

    /** Courses of which some are needed. */
    public record Choice(int least, List<Programmes.Part> of) {}

    /** What a partner says of a programme. */
    public record Voice(String partner, String comment) {}

    @GetMapping("/programmes")
    String list(@RequestParam(defaultValue = "1") String page, Model model, HttpServletResponse response) {
        int all = programmes.countPublished();
        int last = Math.max(1, (all + ROWS - 1) / ROWS);
        int shown = page.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(page), last) : 1;
        model.addAttribute("programmes", programmes.published(new PageRequest((shown - 1) * ROWS, ROWS)));
        model.addAttribute("page", shown);
        model.addAttribute("pages", last);
        fresh(response);
        return "credentials/programmes";
    }

    @GetMapping("/programmes/{slug}")
    String one(@PathVariable String slug, Model model, HttpServletResponse response) {
        Programme programme = existing(slug);
        ProgrammeData data = programme.published().orElseThrow(ProgrammePages::missing);
        Map<CourseId, Programmes.Part> parts = programmes.parts(data);
        Validity validity = data.validity();
        model.addAttribute("programme", programme);
        model.addAttribute("data", data);
        model.addAttribute("issuer", issuer(programme));
        model.addAttribute("required", parts(data.required(), parts));
        model.addAttribute(
                "choices",
                data.choices().stream()
                        .map(choice -> new Choice(choice.least(), parts(choice.of(), parts)))
                        .toList());
        model.addAttribute("voices", voices(programme));
        model.addAttribute("months", validity.months());
        model.addAttribute("until", validity.until());
        fresh(response);
        return "credentials/programme";
    }

    /** What a partner signed about a programme, for programs. */
    @GetMapping("/programmes/{slug}/endorsements/{partner}")
    ResponseEntity<String> endorsement(@PathVariable String slug, @PathVariable String partner) {
        Programme programme = existing(slug);
        PartnerId id = Optional.of(partner)
                .filter(Slug::isOne)
                .flatMap(known -> partners.find(new Slug(known)))
                .map(Partner::id)
                .orElseThrow(ProgrammePages::missing);
        return endorsing.of(programme).stream()
                .filter(given -> given.partner().equals(id))
                .findFirst()
                .map(given -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/vc"))
                        .cacheControl(CacheControl.noCache())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(given.document()))
                .orElseThrow(ProgrammePages::missing);
    }

    private List<Voice> voices(Programme programme) {
        List<Endorsement> given = endorsing.of(programme);
        Map<PartnerId, String> names = partners
                .find(given.stream().map(Endorsement::partner).toList())
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        Partner::id, partner -> partner.data().name()));
        return given.stream()
                .filter(one -> names.containsKey(one.partner()))
                .map(one -> new Voice(Objects.requireNonNull(names.get(one.partner())), one.comment()))
                .toList();
    }

    /** The name of the partner that issues; nothing for the alliance. */
    private String issuer(Programme programme) {
        return programme.issuer().alliance()
                ? ""
                : partners.find(new PartnerId(programme.issuer().id()))
                        .map(partner -> partner.data().name())
                        .orElse("");
    }

    private Programme existing(String slug) {
        return Optional.of(slug)
                .filter(Slug::isOne)
                .flatMap(known -> programmes.find(new Slug(known)))
                .orElseThrow(ProgrammePages::missing);
    }

    private static List<Programmes.Part> parts(List<CourseId> courses, Map<CourseId, Programmes.Part> parts) {
        return courses.stream()
                .flatMap(course -> Optional.ofNullable(parts.get(course)).stream())
                .toList();
    }

    private static void fresh(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
