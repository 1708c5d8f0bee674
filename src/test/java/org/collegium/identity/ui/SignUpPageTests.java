package org.collegium.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.IdentityFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@Tag("module")
@FullApplicationTest
class SignUpPageTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.org";
    private Browsing browser;

    @BeforeEach
    void open() {
        browser = new Browsing(mvc);
    }

    @Test
    void aNewPersonIsSignedInAndGoesOnWhereTheyCameFrom() throws Exception {
        browser.open("/sign-up?continue=/join/north/first-course?x=1")
                .andExpect(content().string(containsString("value=\"/join/north/first-course?x=1\"")));
        browser.send(
                        "/sign-up",
                        "name",
                        "Ada Lind",
                        "email",
                        email,
                        "password",
                        IdentityFixtures.PASSWORD,
                        "terms",
                        "true",
                        "continue",
                        "/join/north/first-course?x=1")
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/join/north/first-course?x=1"));

        browser.open("/terms").andExpect(content().string(containsString(email)));
    }

    @Test
    void consentIsKeptWithItsVersionAndTime() throws Exception {
        browser.signUp("Ada Lind", email);

        assertThat(jdbc.sql("""
                                select count(*) from account_consent join account on account.id = account_id
                                where email = ? and document = 'terms' and document_version <> '' and given_at is not null
                                """).param(email).query(Integer.class).single()).isOne();
    }

    @Test
    void withoutConsentThereIsNoAccount() throws Exception {
        browser.send("/sign-up", "name", "Ada Lind", "email", email, "password", IdentityFixtures.PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("agree to the terms of use")));

        assertThat(accounts()).isZero();
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLostButThePassword() throws Exception {
        browser.send("/sign-up", "name", "Ada Lind", "email", email, "password", "password12", "terms", "true")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"password-error\"")))
                .andExpect(content().string(containsString("tried first")))
                .andExpect(content().string(containsString("value=\"Ada Lind\"")))
                .andExpect(content().string(containsString("value=\"" + email + "\"")))
                .andExpect(content().string(not(containsString("password12"))));

        browser.send("/sign-up", "name", "Ada Lind", "email", "nonsense", "password", "x", "terms", "true")
                .andExpect(content().string(containsString("id=\"email-error\"")));
        browser.send(
                        "/sign-up",
                        "name",
                        "Visit https://evil.example",
                        "email",
                        email,
                        "password",
                        IdentityFixtures.PASSWORD,
                        "terms",
                        "true")
                .andExpect(content().string(containsString("id=\"name-error\"")));
        assertThat(accounts()).isZero();
    }

    @Test
    void anAddressHasOneAccount() throws Exception {
        browser.signUp("Ada Lind", email);

        new Browsing(mvc)
                .signUp("Somebody Else", email)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"email-error\"")));
        assertThat(accounts()).isOne();
    }

    @Test
    void nobodyIsSentElsewhereAfterwards() throws Exception {
        browser.send(
                        "/sign-up",
                        "name",
                        "Ada Lind",
                        "email",
                        email,
                        "password",
                        IdentityFixtures.PASSWORD,
                        "terms",
                        "true",
                        "continue",
                        "//evil.example/")
                .andExpect(header().string("Location", not(containsString("evil"))));
    }

    @Test
    void theFifthAttemptWithOneAddressIsTheLastForAWhile() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            browser.send("/sign-up", "email", email).andExpect(status().isUnprocessableContent());
        }

        browser.signUp("Ada Lind", email)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("Try again in 5 minutes")))
                .andExpect(content().string(containsString("value=\"Ada Lind\"")));
    }

    @Test
    void aFormFromElsewhereIsNotTaken() throws Exception {
        mvc.perform(post("/sign-up").param("email", email))
                .andExpect(status().isUnprocessableContent())
                .andExpect(forwardedUrl("/sign-up"));

        assertThat(accounts()).isZero();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        browser.send("/sign-up", "name", " ", "email", "ada at example", "password", "short")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"name-error\"")))
                .andExpect(content().string(containsString("id=\"email-error\"")))
                .andExpect(content().string(containsString("id=\"password-error\"")))
                .andExpect(content().string(containsString("id=\"terms-error\"")))
                .andExpect(content().string(containsString("value=\"ada at example\"")));
    }

    @Test
    void agreementIsNotAskedForTwice() throws Exception {
        browser.send("/sign-up", "name", "", "email", email, "password", "short", "terms", "true")
                .andExpect(content().string(containsString("checked")))
                .andExpect(content().string(not(containsString("id=\"terms-error\""))));
    }

    @Test
    void passwordProgramsAndScreenReadersKnowTheFields() throws Exception {
        browser.open("/sign-up")
                .andExpect(content().string(containsString("autocomplete=\"new-password\"")))
                .andExpect(content().string(containsString("autocomplete=\"email\"")))
                .andExpect(content().string(containsString("autocomplete=\"name\"")))
                .andExpect(content().string(containsString("aria-describedby=\"password-hint\"")));
    }

    private int accounts() {
        return jdbc.sql("select count(*) from account where email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
