package org.collegium.shared.ui;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@Tag("module")
@FullApplicationTest
class PagesTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void aChosenLanguageIsRememberedAndOneStaysOnThePage() throws Exception {
        mvc.perform(get("/language").param("to", "en").header("Referer", "http://localhost/courses/a/b?x=1"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/courses/a/b?x=1"))
                .andExpect(
                        header().string("Set-Cookie", allOf(containsString("language=en"), containsString("Path=/"))));
    }

    @Test
    void choosingALanguageSendsNobodyElsewhere() throws Exception {
        mvc.perform(get("/language").param("to", "en").header("Referer", "https://elsewhere.example//evil.example/x"))
                .andExpect(header().string("Location", "/"));
    }

    @Test
    void aLanguageWithoutTextsIsNotRemembered() throws Exception {
        mvc.perform(get("/language").param("to", "tlh"))
                .andExpect(status().isSeeOther())
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void datesAreWrittenAsInTheCountryThatTheBrowserNames() throws Exception {
        mvc.perform(get("/terms").header("Accept-Language", "de-CH,en-IE;q=0.8,en;q=0.5"))
                .andExpect(content().string(containsString("lang=\"en-IE\"")));
        mvc.perform(get("/terms").header("Accept-Language", "en, fr-CA"))
                .andExpect(content().string(containsString("lang=\"en\"")));
    }

    @Test
    void builtFilesAreKeptForEver() throws Exception {
        mvc.perform(get("/site/icons.svg"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("immutable")));
    }
}
