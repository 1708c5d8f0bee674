package org.collegium.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
class ForgottenPasswordTests {

    private static final String ANOTHER = "eight herons over the weir";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.org";
    private Browsing browser;

    @BeforeEach
    void open() throws Exception {
        browser = new Browsing(mvc);
        browser.signUp("Ada Lind", email);
    }

    @Test
    void theLinkInTheMailConfirmsTheAddressOnce() throws Exception {
        String link = linkInMail("confirm");
        browser.open("/terms").andExpect(content().string(containsString("not confirmed yet")));

        browser.open(link).andExpect(status().isOk());
        assertThat(confirmed()).as("opening the link changes nothing").isFalse();
        browser.send(link).andExpect(status().isOk());

        assertThat(confirmed()).isTrue();
        browser.send(link).andExpect(status().isGone());
        browser.open("/terms").andExpect(content().string(not(containsString("not confirmed yet"))));
    }

    @Test
    void anOldLinkDoesNotWork() throws Exception {
        String link = linkInMail("confirm");
        jdbc.sql("""
                        update account_token set expires_at = '2020-01-01'
                        where account_id = (select id from account where email = ?)
                        """).param(email).update();

        browser.open(link).andExpect(status().isGone());
        browser.send(link).andExpect(status().isGone());
        assertThat(confirmed()).isFalse();
    }

    @Test
    void theDatabaseDoesNotKnowTheLinks() throws Exception {
        String token = linkInMail("confirm").substring("/confirm/".length());

        assertThat(jdbc.sql("select count(*) from account_token where hash = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLinkForOneThingDoesNotDoAnother() throws Exception {
        String token = linkInMail("confirm").substring("/confirm/".length());

        browser.send("/reset/" + token, "password", ANOTHER).andExpect(status().isGone());
    }

    @Test
    void aNewPasswordEndsAllSessionsAndTheOldPassword() throws Exception {
        Browsing forgetful = new Browsing(mvc);
        forgetful.send("/forgot", "email", email).andExpect(status().isOk());
        String link = linkInMail("reset");
        forgetful.open(link).andExpect(status().isOk()).andExpect(header().string("Referrer-Policy", "no-referrer"));

        forgetful.send(link, "password", ANOTHER).andExpect(redirectedUrl("/sign-in?reset"));

        browser.open("/account/data").andExpect(redirectedUrl("/sign-in?continue=%2Faccount%2Fdata&ended"));
        forgetful.signIn(email, IdentityFixtures.PASSWORD).andExpect(status().isUnprocessableContent());
        forgetful.signIn(email, ANOTHER).andExpect(status().isFound());
        forgetful.send(link, "password", "nine more words here").andExpect(status().isGone());
        assertThat(confirmed()).as("whoever reads mail at the address owns it").isTrue();
    }

    @Test
    void aWeakNewPasswordIsToldAndTheLinkKeepsWorking() throws Exception {
        browser.send("/forgot", "email", email);
        String link = linkInMail("reset");

        browser.send(link, "password", "short")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"password-error\"")));
        browser.send(link, "password", ANOTHER).andExpect(redirectedUrl("/sign-in?reset"));
    }

    @Test
    void nobodyLearnsWhetherThereIsAnAccount() throws Exception {
        String unknown = UUID.randomUUID() + "@example.org";

        assertThat(answerFor(unknown)).isEqualTo(answerFor(email));
    }

    @Test
    void askingForLinksIsThrottled() throws Exception {
        for (int request = 0; request < 3; request++) {
            browser.send("/forgot", "email", email).andExpect(status().isOk());
        }

        browser.send("/forgot", "email", email).andExpect(status().isTooManyRequests());
    }

    private String answerFor(String typed) throws Exception {
        return new Browsing(mvc)
                .send("/forgot", "email", typed)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace(typed, "TYPED");
    }

    private boolean confirmed() {
        return jdbc.sql("select confirmed_at is not null from account where email = ?")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    private String linkInMail(String path) {
        String text = jdbc.sql("select text from mail where recipient = ? and text like ? order by id desc limit 1")
                .params(email, "%/" + path + "/%")
                .query(String.class)
                .single();
        Matcher link = Pattern.compile("(/" + path + "/[A-Za-z0-9_-]{43})").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
