package org.collegium.courses;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@Tag("unit")
class SchemaAddressesTest {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new SchemaAddresses()).build();

    @ParameterizedTest
    @ValueSource(strings = {"collegium-course-1", "collegium-quiz-1"})
    void theSchemasOfTheFormatAreServed(String name) throws Exception {
        mvc.perform(get("/schemas/" + name + ".json"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/schema+json"))
                .andExpect(jsonPath("$.$schema").value("https://json-schema.org/draft/2020-12/schema"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegium-none-1.json", "..%2fapplication.yaml", "application.yaml", "collegium-course-1"})
    void nothingElseIs(String name) throws Exception {
        mvc.perform(get(java.net.URI.create("/schemas/" + name))).andExpect(status().isNotFound());
    }
}
