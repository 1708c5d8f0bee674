package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collegium.FullApplicationTest;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.partners.PartnerId;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
@FullApplicationTest
class CataloguePagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CatalogueRows rows;

    @Autowired
    private TransactionOperations transaction;

    private final List<CatalogueEntry> listed = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private void list(CatalogueEntry entry) {
        listed.add(entry);
        transaction.executeWithoutResult(status -> rows.list(List.of(entry)));
    }

    @AfterEach
    void unlist() {
        transaction.executeWithoutResult(status -> listed.forEach(entry -> rows.unlist(entry.course())));
    }

    @Test
    void aVisitorSeesTheCatalogueWithoutASession() throws Exception {
        list(CatalogueFixtures.entry(PartnerId.next(), "seen", "Seen <by> everyone & all"));

        mvc.perform(get("/").param("q", "seen by everyone"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Seen &lt;by&gt; everyone &amp; all")))
                .andExpect(content().string(containsString("<title>Catalogue · Collegium</title>")))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull());
    }

    @Test
    void whoHasThePageIsNotSentItAgainUntilItChanges() throws Exception {
        list(CatalogueFixtures.entry(PartnerId.next(), "kept", "Kept course"));
        String known = tag(get("/").param("q", "kept course"));

        mvc.perform(get("/").param("q", "kept course").header("If-None-Match", known))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));

        list(CatalogueFixtures.entry(PartnerId.next(), "kept-too", "Kept course, too"));
        mvc.perform(get("/").param("q", "kept course").header("If-None-Match", known))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kept course, too")));
    }

    @Test
    void aPageThatShowsWhoIsSignedInIsAnotherOneAndForTheirBrowserOnly() throws Exception {
        String ofStrangers = tag(get("/"));

        mvc.perform(get("/").header("If-None-Match", ofStrangers).with(authentication(signedIn())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ada Lind")))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().stringValues("Vary", hasItems("Cookie", "Accept-Language")));
    }

    private Authentication signedIn() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        fixtures.signIn(fixtures.learner("Ada Lind"));
        Authentication ada =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SecurityContextHolder.clearContext();
        return ada;
    }

    private String tag(MockHttpServletRequestBuilder page) throws Exception {
        return Objects.requireNonNull(mvc.perform(page)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", Matchers.startsWith("W/\"")))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
    }

    @Test
    void typingFetchesOnlyWhatChanges() throws Exception {
        mvc.perform(get("/").param("q", "x").header("X-Fragment", "results"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"results\"")))
                .andExpect(content().string(not(containsString("<header"))));
    }

    @Test
    void wordsThatFindNothingLeadOn() throws Exception {
        list(CatalogueFixtures.entry(PartnerId.next(), "one", "One course"));

        mvc.perform(get("/").param("q", "xqzzyvq").param("level", "advanced"))
                .andExpect(content().string(containsString("No course fits")))
                .andExpect(content().string(containsString("Search without filters")));
    }

    @Test
    void whatOneTypedIsShownAsTextOnly() throws Exception {
        mvc.perform(get("/").param("q", "\"><script>alert(1)</script>").param("topic", "<img src=x>"))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x>"))));
    }

    @Test
    void aCoverIsAPictureThatMayBeKeptForEver() throws Exception {
        mvc.perform(get(new CourseCover("some-course", new BrandColour("#003a8c")).path()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", Matchers.startsWith("image/svg+xml")))
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().exists("ETag"));
    }
}
