package org.collegium.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpSession;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@Tag("module")
@FullApplicationTest
class SignInPageTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    private final String email = UUID.randomUUID() + "@example.org";
    private AccountId account;
    private Browsing browser;

    @BeforeEach
    void open() {
        account = IdentityFixtures.opened(accounts, IdentityFixtures.person("Ada Lind", email));
        browser = new Browsing(mvc);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theRightPasswordSignsInAndLeadsBack() throws Exception {
        browser.send(
                        "/sign-in",
                        "email",
                        email.toUpperCase(Locale.ROOT),
                        "password",
                        IdentityFixtures.PASSWORD,
                        "continue",
                        "/courses/a/b")
                .andExpect(redirectedUrl("/courses/a/b"));

        browser.open("/account/data").andExpect(status().isOk());
    }

    @Test
    void strangersAreAskedToSignInAndBroughtBack() throws Exception {
        browser.open("/account/data?x=1").andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata%3Fx%3D1"));
        browser.open("/sign-in?continue=%2Faccount%2Fdata%3Fx%3D1")
                .andExpect(content().string(containsString("value=\"/account/data?x=1\"")));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressLookTheSame() throws Exception {
        String wrong = bodyOf("/sign-in", email, "not the password");
        String unknown = bodyOf("/sign-in", UUID.randomUUID() + "@example.org", "not the password");

        assertThat(wrong).contains("do not belong together").isEqualTo(unknown);
    }

    @Test
    void anUnknownAddressCostsAsMuchTimeAsAWrongPassword() throws Exception {
        bodyOf("/sign-in", UUID.randomUUID() + "@example.org", "warm up");
        long wrong = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 4; attempt++) {
            wrong = Math.min(wrong, workToRefuse(email));
            unknown = Math.min(unknown, workToRefuse(UUID.randomUUID() + "@example.org"));
        }

        assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
    }

    @Test
    void whileThrottledTheRightPasswordWaitsToo() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            browser.signIn(email, "not the password").andExpect(status().isUnprocessableContent());
        }

        browser.signIn(email, IdentityFixtures.PASSWORD)
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Try again in")))
                .andExpect(content().string(containsString("value=\"" + email + "\"")));
    }

    @Test
    void theSessionOfAStrangerIsNotTheSessionOfThePerson() throws Exception {
        HttpSession planted = Objects.requireNonNull(
                browser.open("/sign-in").andReturn().getRequest().getSession(true));
        Browsing victim = new Browsing(mvc, planted);
        String before = planted.getId();

        HttpSession after = Objects.requireNonNull(victim.signIn(email, IdentityFixtures.PASSWORD)
                .andReturn()
                .getRequest()
                .getSession(false));

        assertThat(after.getId()).isNotEqualTo(before);
    }

    @Test
    void endingAllSessionsEndsThisOneWithItsNextRequest() throws Exception {
        browser.signIn(email, IdentityFixtures.PASSWORD);
        browser.open("/account/data").andExpect(status().isOk());

        IdentityFixtures.signIn(IdentityFixtures.authentication(account));
        accounts.signOutEverywhere(account);
        SecurityContextHolder.clearContext();

        browser.open("/account/data").andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata&ended"));
        browser.open("/terms").andExpect(content().string(not(containsString(email))));
    }

    @Test
    void aRoleGivenNowHoldsWithTheNextRequest() throws Exception {
        browser.signIn(email, IdentityFixtures.PASSWORD);
        browser.open("/terms").andExpect(content().string(not(containsString("/operations/"))));

        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next(), IdentityPermissions.ROLES));
        accounts.appoint(account, Role.OPERATOR);
        SecurityContextHolder.clearContext();

        browser.open("/terms").andExpect(content().string(containsString("/operations/")));
    }

    @Test
    void anErasedAccountIsSignedOut() throws Exception {
        browser.signIn(email, IdentityFixtures.PASSWORD);

        IdentityFixtures.signIn(IdentityFixtures.authentication(account));
        accounts.erase(account);
        SecurityContextHolder.clearContext();

        browser.open("/account/data").andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata&ended"));
        browser.signIn(email, IdentityFixtures.PASSWORD).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whoseSessionTheServerHasNoMoreIsTold() throws Exception {
        mvc.perform(get("/account/data").accept("text/html").with(request -> {
                    request.setRequestedSessionId("of-a-node-that-is-gone");
                    request.setRequestedSessionIdValid(false);
                    return request;
                }))
                .andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata&ended"));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        browser.signIn(email, IdentityFixtures.PASSWORD);

        browser.send("/logout").andExpect(redirectedUrl("/"));

        browser.open("/account/data").andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata"));
    }

    @Test
    void whoIsSignedInIsNotAskedAgain() throws Exception {
        browser.signIn(email, IdentityFixtures.PASSWORD);

        browser.open("/sign-in?continue=/courses/a/b").andExpect(redirectedUrl("/courses/a/b"));
    }

    @Test
    void programsAreToldInsteadOfShownAForm() throws Exception {
        mvc.perform(get("/account/data").accept("application/json")).andExpect(status().isUnauthorized());
    }

    private String bodyOf(String path, String typed, String password) throws Exception {
        return new Browsing(mvc)
                .send(path, "email", typed, "password", password)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace(typed, "TYPED")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    /** Nanoseconds of processor time; what else the machine does is not in it. */
    private long workToRefuse(String typed) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        bodyOf("/sign-in", typed, "not the password");
        return threads.getCurrentThreadCpuTime() - begin;
    }
}
