package org.collegium.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesFixtures;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@FullApplicationTest
class OperatorImportTests {

    private static final Map<String, String> COURSE =
            Map.of("course.yaml", """
            format: collegium-course/1
            key: first-course
            title: A first course
            summary: Learn what a model is.
            outcomes: [Explain what a model is.]
            authors: [{ name: Ada Example }]
            language: en
            level: introductory
            audience: [students]
            licence: CC-BY-4.0
            sections:
              - key: start
                title: Start
                units:
                  - key: one
                    lesson: lessons/one.md
                    sample: true
            """, "lessons/one.md", "# One\n\nA lesson.\n");

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private MockMvc mvc;

    @Value("${collegium.data}")
    private Path data;

    @TempDir
    private Path folder;

    private Partner partner;
    private String token;

    @BeforeEach
    void thereIsASource() throws IOException {
        partner = CoursesFixtures.partner(beans);
        token = Files.readString(data.resolve("operator-token")).strip();
        for (Map.Entry<String, String> file : COURSE.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Test
    void theTokenIsReadByItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("operator-token"))))
                .isEqualTo("rw-------");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void withoutTheTokenNothingIsImported() throws Exception {
        assertThat(status(request())).isEqualTo(401);
        assertThat(status(request().header("Authorization", "Bearer wrong"))).isEqualTo(401);
        assertThat(status(request().header("Authorization", "Basic " + token))).isEqualTo(401);
    }

    @Test
    void fromElsewhereTheTokenDoesNotHelp() throws Exception {
        assertThat(status(authorised().with(from("192.0.2.7")))).isEqualTo(401);
        assertThat(status(authorised().header("X-Forwarded-For", "127.0.0.1"))).isEqualTo(401);
        assertThat(status(authorised().header("Forwarded", "for=127.0.0.1"))).isEqualTo(401);
    }

    @Test
    void aFolderIsImportedAndTheReportIsPrinted() throws Exception {
        MvcResult answer = perform(authorised().param("path", folder.toString()));

        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        assertThat(answer.getResponse().getHeader("Exit-Code")).isEqualTo("0");
        assertThat(answer.getResponse().getContentAsString())
                .contains("1 sections, 1 units")
                .contains("A new course with a draft was made.");
    }

    @Test
    void programsGetJson() throws Exception {
        perform(authorised().param("path", folder.toString()));
        MvcResult again = perform(authorised().param("path", folder.toString()).param("json", "true"));

        JsonNode json = JsonMapper.shared().readTree(again.getResponse().getContentAsString());
        assertThat(json.path("outcome").stringValue()).isEqualTo("unchanged");
        assertThat(json.path("course").stringValue()).hasSize(36);
        assertThat(json.path("report").path("importable").booleanValue()).isTrue();
        assertThat(json.path("report").path("counts").path("units").intValue()).isEqualTo(1);
    }

    @Test
    void aZipCanBeSentAlong() throws Exception {
        Path zip = folder.resolve("course.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : COURSE.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }

        MvcResult answer = perform(authorised().contentType("application/zip").content(Files.readAllBytes(zip)));

        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void whatWasImportedIsExportedAsItWas() throws Exception {
        perform(authorised().param("path", folder.toString()));
        String course = partner.data().slug() + "/first-course";

        assertThat(status(get("/operator/export").param("course", course).param("version", "draft")))
                .isEqualTo(401);
        MvcResult answer = perform(get("/operator/export")
                .header("Authorization", "Bearer " + token)
                .param("course", course)
                .param("version", "draft"));
        Path there = folder.resolve("there");
        int files = ExportCommand.unpack(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()), there);

        assertThat(files).isEqualTo(COURSE.size());
        for (Map.Entry<String, String> file : COURSE.entrySet()) {
            assertThat(there.resolve(file.getKey())).hasContent(file.getValue());
        }
        MvcResult none = perform(get("/operator/export")
                .header("Authorization", "Bearer " + token)
                .param("course", course)
                .param("version", "7"));
        assertThat(none.getResponse().getStatus()).isEqualTo(404);
        assertThat(none.getResponse().getContentAsString()).contains("version 7");
    }

    @Test
    void aBlockingFaultEndsTheCommandNonZero() throws Exception {
        Files.delete(folder.resolve("lessons/one.md"));

        MvcResult answer = perform(authorised().param("path", folder.toString()));

        assertThat(answer.getResponse().getStatus()).isEqualTo(422);
        assertThat(answer.getResponse().getHeader("Exit-Code")).isEqualTo("1");
        assertThat(answer.getResponse().getContentAsString())
                .contains("course.yaml:")
                .contains("lessons/one.md");
    }

    @Test
    void anUnknownPartnerOrPathIsSaid() throws Exception {
        MvcResult nobody = perform(post("/operator/import")
                .param("partner", "nobody")
                .param("path", folder.toString())
                .with(from("127.0.0.1"))
                .header("Authorization", "Bearer " + token));
        assertThat(nobody.getResponse().getStatus()).isEqualTo(404);
        MvcResult nothing =
                perform(authorised().param("path", folder.resolve("nothing").toString()));
        assertThat(nothing.getResponse().getStatus()).isEqualTo(422);
    }

    private MockHttpServletRequestBuilder request() {
        return post("/operator/import")
                .queryParam("partner", partner.data().slug().value())
                .with(from("127.0.0.1"));
    }

    private MockHttpServletRequestBuilder authorised() {
        return request().header("Authorization", "Bearer " + token);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return perform(request.param("path", folder.toString())).getResponse().getStatus();
    }

    private MvcResult perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn();
    }
}
