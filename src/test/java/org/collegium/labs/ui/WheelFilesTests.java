package org.collegium.labs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.collegium.labs.browser.BrowserWheels;
import org.collegium.labs.browser.SmallWheel;
import org.collegium.labs.browser.WheelSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Packages are served where the runtime is, isolated like it, and only when they are genuine. */
@Tag("unit")
class WheelFilesTests {

    private static final byte[] LAKES = SmallWheel.of("lakes", "depth = 42\n");
    private static final String BASE = "/labs/runtime/0123456789ab/wheels/";

    @TempDir
    private Path folder;

    private MockMvc mvc;

    @BeforeEach
    void aLockAndAWheel() throws IOException {
        Files.writeString(
                folder.resolve("lock.json"),
                SmallWheel.lock(Map.of("lakes", LAKES, "rivers", SmallWheel.of("rivers", "length = 7\n"))));
        Files.write(folder.resolve(SmallWheel.fileName("lakes")), LAKES);
        Files.write(folder.resolve(SmallWheel.fileName("rivers")), LAKES);
        BrowserWheels wheels = new BrowserWheels(
                new WheelSettings(folder.toString(), folder.resolve("lock.json").toString()));
        mvc = MockMvcBuilders.standaloneSetup(new WheelFiles(wheels)).build();
    }

    @Test
    void aGenuineWheelIsServedAndNotSentAgain() throws Exception {
        String tag = Objects.requireNonNull(mvc.perform(get(BASE + SmallWheel.fileName("lakes")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(LAKES))
                .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));

        mvc.perform(get(BASE + SmallWheel.fileName("lakes")).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void whatIsServedReachesNothingButTheRuntime() throws Exception {
        for (String file :
                new String[] {"pyodide-lock.json", SmallWheel.fileName("lakes"), SmallWheel.fileName("rivers")}) {
            String policy =
                    mvc.perform(get(BASE + file)).andReturn().getResponse().getHeader("Content-Security-Policy");
            assertThat(policy)
                    .as(file)
                    .startsWith("sandbox allow-scripts; default-src 'none'")
                    .contains("connect-src http://localhost/labs/runtime/0123456789ab/;");
        }
    }

    @Test
    void anotherFileUnderItsNameIsNotThere() throws Exception {
        mvc.perform(get(BASE + SmallWheel.fileName("rivers"))).andExpect(status().isNotFound());
        mvc.perform(get(BASE + "lock.json")).andExpect(status().isNotFound());
        mvc.perform(get(BASE + "stray-1.0-py3-none-any.whl")).andExpect(status().isNotFound());
    }

    @Test
    void theLockIsTheOneThatIsMeant() throws Exception {
        mvc.perform(get(BASE + "pyodide-lock.json"))
                .andExpect(status().isOk())
                .andExpect(content().string(Files.readString(folder.resolve("lock.json"))))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache, public"));
    }
}
