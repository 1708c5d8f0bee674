package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@FullApplicationTest
class VerifyPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CertificateRows rows;

    private Certificate certificate;
    private final String address =
            "2001:db8::" + Integer.toHexString(UUID.randomUUID().hashCode());

    @BeforeEach
    void aCertificate() {
        Certificate like = CredentialsFixtures.certificate("Ada <b>Lind</b>", "Models & more", "Aava University", "en");
        certificate = new Certificate(
                CertificateId.next(),
                CertificateCode.next(),
                AccountId.next(),
                like.learnerName(),
                like.run(),
                CourseId.next(),
                like.courseTitle(),
                like.courseVersion(),
                like.partner(),
                like.partnerName(),
                like.partnerColour(),
                like.language(),
                like.evidence(),
                like.issuedAt(),
                null,
                null);
        assertThat(rows.insert(certificate, null)).isTrue();
    }

    @Test
    void aStrangerSeesThatACertificateIsValidWithoutASession() throws Exception {
        mvc.perform(asked("/verify/" + certificate.code().grouped()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">Valid</h1>")))
                .andExpect(content().string(containsString("Ada &lt;b&gt;Lind&lt;/b&gt;")))
                .andExpect(content().string(containsString("Models &amp; more")))
                .andExpect(content().string(containsString("Aava University")))
                .andExpect(content().string(containsString("November 22, 2026")))
                .andExpect(content().string(containsString("mean of 86.1%")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | ltr | >Gültig</h1>   | 22. November 2026  | Mittel mit 86
                    fr | ltr | >Valide</h1>   | 22 novembre 2026   | moyenne de 86
                    es | ltr | >Válido</h1>   | 22 de noviembre de 2026 | media de 86
                    ar | rtl | >صالحة</h1>    | نوفمبر             | بمتوسط
                    """)
    void itSpeaksTheLanguageThatTheAddressOrTheBrowserAsksFor(
            String language, String direction, String title, String day, String result) throws Exception {
        String path = "/verify/" + certificate.code().grouped();
        for (MockHttpServletRequestBuilder request : List.of(
                asked(path).header("Accept-Language", language),
                asked(path).param("language", language).header("Accept-Language", "en"))) {
            mvc.perform(request.accept(MediaType.TEXT_HTML))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(matchesPattern(
                                    "(?s).*<html\\s++lang=\"" + language + "\"\\s++dir=\"" + direction + "\".*")))
                    .andExpect(content().string(containsString(title)))
                    .andExpect(content().string(containsString(day)))
                    .andExpect(content().string(containsString(result)))
                    .andExpect(content().string(not(containsString(">Sign in<"))))
                    .andExpect(header().stringValues("Vary", hasItem("Accept-Language")))
                    .andExpect(header().doesNotExist("Set-Cookie"));
        }
    }

    @Test
    void theLanguageThatWasChosenStaysAndOtherPagesKeepTheirs() throws Exception {
        mvc.perform(asked("/verify").queryParam("language", "fr"))
                .andExpect(content().string(containsString("name=\"language\" value=\"fr\"")))
                .andExpect(content().string(containsString("/verify?language=ar")));
        mvc.perform(asked("/verify").queryParam("language", "fr").queryParam("code", "0000-0000-1110"))
                .andExpect(redirectedUrl("/verify/0000-0000-1110?language=fr"));
        mvc.perform(asked("/verify").queryParam("language", "tlh"))
                .andExpect(content().string(containsString("lang=\"en\"")));
        mvc.perform(asked("/partners").header("Accept-Language", "fr"))
                .andExpect(content().string(containsString("lang=\"en\"")));
    }

    @Test
    void aRevokedOneSaysWhenAndWhy() throws Exception {
        rows.revoke(certificate.id(), "Issued by <mistake>", null, Instant.parse("2026-11-23T10:00:00Z"));

        mvc.perform(asked("/verify/" + certificate.code()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">Revoked</h1>")))
                .andExpect(content().string(containsString("November 23, 2026")))
                .andExpect(content().string(containsString("Issued by &lt;mistake&gt;")))
                .andExpect(content().string(not(containsString(">Valid</h1>"))));
    }

    @Test
    void nobodyKeepsAnAnswerThatARevocationWouldMakeWrong() throws Exception {
        for (MediaType wanted : List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)) {
            mvc.perform(asked("/verify/" + certificate.code()).accept(wanted).header("If-None-Match", "*"))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(header().doesNotExist("ETag"))
                    .andExpect(header().doesNotExist("Last-Modified"));
        }
    }

    @Test
    void anErasedHolderIsNotNamed() throws Exception {
        rows.forget(java.util.Objects.requireNonNull(certificate.learner()));

        mvc.perform(asked("/verify/" + certificate.code()).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString(">Valid</h1>")))
                .andExpect(content().string(containsString("Erased holder")))
                .andExpect(content().string(not(containsString("Ada"))));
    }

    @Test
    void aCodeThatWasNeverIssuedIsUnknown() throws Exception {
        mvc.perform(asked("/verify/0000-0000-0000").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString(">Unknown</h1>")));
        mvc.perform(asked("/verify/nonsense").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("nonsense")));
    }

    @Test
    void aTypedCodeLeadsToItsAddress() throws Exception {
        mvc.perform(asked("/verify").param("code", " o000 oooo lil0 "))
                .andExpect(redirectedUrl("/verify/0000-0000-1110"));
        mvc.perform(asked("/verify").param("code", "\"><script>"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This is not a code")))
                .andExpect(content().string(not(containsString("<script>\""))));
    }

    @Test
    void programsGetJson() throws Exception {
        mvc.perform(asked("/verify/" + certificate.code()).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("valid"))
                .andExpect(jsonPath("$.holder").value("Ada <b>Lind</b>"))
                .andExpect(jsonPath("$.issuedAt").value("2026-11-22T09:30:00Z"));
        mvc.perform(asked("/verify/0000-0000-0001").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.status").value("unknown"));
    }

    /** What the description of the API names is there, and says what it says. */
    @Test
    void theApiIsDescribedAsItIs() throws Exception {
        String api = mvc.perform(asked("/verification-api.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "*"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode described = JsonMapper.shared().readTree(api);
        JsonNode verdict = JsonMapper.shared()
                .readTree(mvc.perform(asked("/verify/" + certificate.code()).accept(MediaType.APPLICATION_JSON))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(described.at("/components/schemas/Verdict/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(verdict.propertyNames());
        assertThat(described.at("/paths").propertyNames())
                .allSatisfy(path -> assertThat(mvc.perform(asked(path.replaceAll("\\{\\w++}", "0000-0000-0000")))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .isIn(200, 404));
        mvc.perform(asked("/issuers.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.issuers").isArray());
    }

    @Test
    void whoGuessesIsAskedToWaitAndOthersAreNot() throws Exception {
        for (int guess = 0; guess < 20; guess++) {
            mvc.perform(asked("/verify/" + CertificateCode.next())).andExpect(status().isNotFound());
        }

        mvc.perform(asked("/verify/" + CertificateCode.next()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        mvc.perform(get("/verify/" + certificate.code()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder asked(String path) {
        return get(path).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }
}
