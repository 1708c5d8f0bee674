package org.collegium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@Tag("module")
@FullApplicationTest
class PublicPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=learning", "/terms", "/privacy", "/site/icons.svg", "/language?to=xx"})
    void aPublicAddressBeginsNoSessionAndSetsNoCookie(String address) throws Exception {
        MvcResult answer = mvc.perform(get(address).accept("text/html")).andReturn();

        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void aPublicAddressKnowsWhoIsSignedIn() throws Exception {
        String email = UUID.randomUUID() + "@example.org";
        AccountId account = IdentityFixtures.opened(accounts, IdentityFixtures.person("Ada Lind", email));

        mvc.perform(get("/terms").with(authentication(IdentityFixtures.authentication(account))))
                .andExpect(content().string(containsString("Menu of Ada Lind")));
    }

    @Test
    void pagesMayRunOurOwnScriptsOnlyAndBeFramedByNobody() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("Content-Security-Policy", containsString("form-action 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() throws Exception {
        mvc.perform(get("/sign-in").secure(true))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
    }
}
