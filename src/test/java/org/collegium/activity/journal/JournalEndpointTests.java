package org.collegium.activity.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Tag("module")
@FullApplicationTest
class JournalEndpointTests {

    @Autowired
    private WorkJournal journal;

    @Autowired
    private MockMvc mvc;

    private final AccountId ada = AccountId.next();
    private final UUID device = UUID.randomUUID();
    private String token = "";
    private WorkId work = WorkId.next();

    @BeforeEach
    void adaOpensHerWork() {
        IdentityFixtures.signIn(IdentityFixtures.authentication(ada));
        WorkTicket ticket = journal.open(new NewWork(ada, "test", UUID.randomUUID(), WorkHistory.EVERY, null));
        token = ticket.token();
        work = ticket.work();
        IdentityFixtures.signIn(null);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void aSaveIsReceiptedWithoutSessionOrCookie() throws Exception {
        send(saves(save("cell-1", 1, "print(1)")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcomes[0].kind").value("kept"))
                .andExpect(jsonPath("$.outcomes[0].outcome.revision").value(1))
                .andExpect(jsonPath("$.outcomes[0].outcome.at").isString())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andExpect(cookie().doesNotExist("session"))
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));

        mvc.perform(get(WorkTicket.ADDRESS).header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries[0].content").value("print(1)"));
    }

    @Test
    void earlierVersionsAreReadInPages() throws Exception {
        send(saves(save("cell-1", 1, "print(1)")));

        mvc.perform(get(WorkTicket.VERSIONS).header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")))
                .andExpect(jsonPath("$.versions[0].revision").value(1))
                .andExpect(jsonPath("$.versions[0].fields[0]").value("cell-1"))
                .andExpect(jsonPath("$.versions[0].devices[0]").value(device.toString()));
        mvc.perform(get(WorkTicket.VERSIONS + "/1").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries[0].content").value("print(1)"));
        mvc.perform(get(WorkTicket.VERSIONS + "?limit=501").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isBadRequest());
        mvc.perform(get(WorkTicket.VERSIONS)).andExpect(status().isUnauthorized());
        mvc.perform(get(WorkTicket.VERSIONS + "/1")).andExpect(status().isUnauthorized());
    }

    @Test
    void withoutATicketNothingIsSaidOrKept() throws Exception {
        mvc.perform(post(WorkTicket.ADDRESS).content(saves(save("cell-1", 1, "x"))))
                .andExpect(status().isUnauthorized());
        mvc.perform(post(WorkTicket.ADDRESS).content("{")).andExpect(status().isUnauthorized());
        mvc.perform(get(WorkTicket.ADDRESS)).andExpect(status().isUnauthorized());
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheReason() throws Exception {
        send("{")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.problem").isString());
        send("{}").andExpect(status().isBadRequest());
        send("null").andExpect(status().isBadRequest());
        send("{\"saves\":[null]}").andExpect(status().isBadRequest());
        send("{\"saves\":[{}]}").andExpect(status().isBadRequest());
        send(saves(save("../etc", 1, "x"))).andExpect(status().isBadRequest());
        send(saves(save("cell-1", 0, "x"))).andExpect(status().isBadRequest());
        send(saves(save("cell-1", 1, "x".repeat(WorkSave.LONGEST + 1)))).andExpect(status().isBadRequest());
    }

    @Test
    void whoAsksTooOftenForOneWorkIsToldToWait() throws Exception {
        for (int request = 0; request < JournalEndpoint.MOST_REQUESTS; request++) {
            send("{").andExpect(status().isBadRequest());
        }

        MockHttpServletResponse answer = send("{").andReturn().getResponse();
        for (int more = 0; more < JournalEndpoint.MOST_REQUESTS && answer.getStatus() == 400; more++) {
            answer = send("{").andReturn().getResponse();
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getContentAsString()).contains("after 1 s");

        adaOpensHerWork();
        send(saves(save("cell-1", 1, "print(1)"))).andExpect(status().isOk());
    }

    @Test
    void tooMuchAtOnceIsRefused() throws Exception {
        send("{\"saves\":[], \"x\": \"" + "x".repeat(JournalEndpoint.MOST_BYTES) + "\"}")
                .andExpect(status().isContentTooLarge());
        send(saves((save("cell-1", 1, "x") + ",").repeat(JournalEndpoint.MOST_SAVES) + save("cell-2", 1, "x")))
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void afterTheEndItIsGone() throws Exception {
        IdentityFixtures.signIn(IdentityFixtures.authentication(ada));
        journal.close(ada, work);
        IdentityFixtures.signIn(null);

        send(saves(save("cell-1", 1, "late"))).andExpect(status().isGone());
    }

    @Test
    void theTimeOfTheServerIsToldWithWhenTheWorkEndsAndWhatWasKeptLast() throws Exception {
        mvc.perform(get(WorkTicket.TIME).header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")))
                .andExpect(jsonPath("$.at").isString())
                .andExpect(jsonPath("$.ends").isEmpty())
                .andExpect(jsonPath("$.closed").value(false))
                .andExpect(jsonPath("$.revision").value(0));
        send(saves(save("cell-1", 1, "print(1)")));
        IdentityFixtures.signIn(IdentityFixtures.authentication(ada));
        journal.close(ada, work);
        IdentityFixtures.signIn(null);
        mvc.perform(get(WorkTicket.TIME).header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(jsonPath("$.closed").value(true))
                .andExpect(jsonPath("$.revision").value(1));
        mvc.perform(get(WorkTicket.TIME)).andExpect(status().isUnauthorized());
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(post(WorkTicket.ADDRESS)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .content(body));
    }

    private static String saves(String saves) {
        return "{\"saves\":[" + saves + "]}";
    }

    private String save(String field, int sequence, String content) {
        return """
                {"key":"%s","field":"%s","device":"%s","sequence":%d,"base":0,"content":"%s"}
                """.formatted(UUID.randomUUID(), field, device, sequence, content);
    }
}
