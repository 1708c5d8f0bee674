package org.collegium.labs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the very file that the lock names is served. */
@Tag("unit")
class BrowserWheelsTests {

    private static final byte[] LAKES = SmallWheel.of("lakes", "depth = 42\n");
    private static final byte[] RIVERS = SmallWheel.of("rivers", "length = 7\n");
    private static final String FILE = SmallWheel.fileName("lakes");

    @TempDir
    private Path folder;

    private Path lock;

    @BeforeEach
    void aLockOfTwoPackages() throws IOException {
        lock = folder.resolve("lock.json");
        Files.writeString(lock, SmallWheel.lock(Map.of("lakes", LAKES, "rivers", RIVERS)));
    }

    @Test
    void whatTheLockNamesIsServed() throws IOException {
        put(FILE, LAKES);

        assertThat(wheels().content(FILE)).contains(LAKES);
        assertThat(wheels().inBrowser(List.of("lakes", "rivers", "numpy")))
                .isEqualTo(new InBrowser(List.of("lakes"), List.of("rivers", "numpy")));
    }

    @Test
    void whatIsSuppliedLaterIsThereAtOnce() throws IOException {
        BrowserWheels wheels = wheels();
        assertThat(wheels.inBrowser(List.of("lakes")).load()).isEmpty();

        put(FILE, LAKES);

        assertThat(wheels.inBrowser(List.of("lakes")).load()).containsExactly("lakes");
        Files.delete(folder.resolve("wheels").resolve(FILE));
        assertThat(wheels.inBrowser(List.of("lakes")).load()).isEmpty();
    }

    @Test
    void whatWasChangedIsRefused() throws IOException {
        put(FILE, SmallWheel.of("lakes", "depth = 43\n"));

        assertThat(wheels().content(FILE)).isEmpty();
        assertThat(wheels().inBrowser(List.of("lakes")).lacking()).containsExactly("lakes");
        assertThat(wheels().state(known())).isEqualTo(WheelState.WRONG);
    }

    /** As somebody would who knows that times and sizes are looked at. */
    @Test
    void whatWasChangedWithoutATraceIsNotServedEither() throws IOException {
        put(FILE, LAKES);
        BrowserWheels wheels = wheels();
        assertThat(wheels.state(known())).isEqualTo(WheelState.GENUINE);
        Path file = folder.resolve("wheels").resolve(FILE);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] other = LAKES.clone();
        other[other.length / 2] ^= 1;
        Files.write(file, other);
        Files.setLastModifiedTime(file, time);

        assertThat(wheels.content(FILE)).isEmpty();
    }

    @Test
    void aWheelUnderTheNameOfAnotherIsRefused() throws IOException {
        put(FILE, RIVERS);

        assertThat(wheels().content(FILE)).isEmpty();
    }

    @Test
    void whatTheLockDoesNotKnowIsNotServed() throws IOException {
        put("stray-1.0-py3-none-any.whl", LAKES);
        Files.writeString(folder.resolve("secret"), "not for everybody");

        assertThat(wheels().content("stray-1.0-py3-none-any.whl")).isEmpty();
        assertThat(wheels().content("../secret")).isEmpty();
        assertThat(wheels().content("pyodide-lock.json")).isEmpty();
        assertThat(wheels().strangers()).containsExactly("stray-1.0-py3-none-any.whl");
    }

    @Test
    void aLockThatCannotBeReadLocksEverything() throws IOException {
        put(FILE, LAKES);
        Files.writeString(lock, "{");

        assertThat(wheels().content(FILE)).isEmpty();
        assertThat(wheels().brokenLock()).contains(lock.toString());
        assertThat(new BrowserWheels(new WheelSettings(folder.toString(), folder + "/none.json")).brokenLock())
                .isPresent();
    }

    @Test
    void withoutAFolderNothingIsThere() {
        assertThat(wheels().inBrowser(List.of("lakes")).load()).isEmpty();
        assertThat(wheels().strangers()).isEmpty();
    }

    private LockedPackage known() {
        return wheels().lock().ofFile(FILE).orElseThrow();
    }

    private BrowserWheels wheels() {
        return new BrowserWheels(new WheelSettings(folder.resolve("wheels").toString(), lock.toString()));
    }

    private void put(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve("wheels"));
        Files.write(folder.resolve("wheels").resolve(name), content);
    }
}
