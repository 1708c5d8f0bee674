package org.collegium.labs.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.labs.notebook.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The packages for Python in the browser that an operator has supplied, as far as they are those that the lock file names. */
@Component
public class BrowserWheels {

    /** Where the build puts the files of the runtime, on the class path. */
    public static final String RUNTIME = "META-INF/resources/labs/runtime/";

    private static final Logger LOG = LoggerFactory.getLogger(BrowserWheels.class);
    private static final byte[] NOTHING =
            "{\"info\": {}, \"packages\": {}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final WheelFolder folder;
    private final PyodideLock lock;
    private final String lockName;
    private final boolean broken;
    private final String tag;

    /** A lock that cannot be read locks everything: nothing is served until it is put right and the node started again. */
    public BrowserWheels(WheelSettings settings) {
        this.folder = new WheelFolder(Path.of(settings.wheels()));
        this.lockName = settings.lock();
        PyodideLock read;
        boolean failed = false;
        try {
            read = PyodideLock.read(
                    settings.lock().isBlank() ? shipped() : Files.readAllBytes(Path.of(settings.lock())));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error(
                    "The lock file {} cannot be read; no packages are served to browsers", settings.lock(), unreadable);
            read = PyodideLock.read(NOTHING);
            failed = true;
        }
        this.lock = read;
        this.broken = failed;
        this.tag = Fingerprint.of(read.json());
    }

    private static byte[] shipped() throws IOException {
        return new ClassPathResource(RUNTIME + current() + "/pyodide-lock.json").getContentAsByteArray();
    }

    /** The name of the runtime of this build. */
    public static String current() {
        try {
            return new ClassPathResource(RUNTIME + "current.txt")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException missing) {
            throw new UncheckedIOException("The runtime of labs is not in this build", missing);
        }
    }

    /** What there is of the packages that a lab names by what it imports; one is there only with all that it needs. */
    public InBrowser inBrowser(Collection<String> imports) {
        List<String> load = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (String name : imports) {
            Optional<LockedPackage> known = lock.ofImport(name);
            if (known.isPresent() && isThere(known.get())) {
                load.add(known.get().name());
            } else {
                lacking.add(name);
            }
        }
        return new InBrowser(load, lacking);
    }

    private boolean isThere(LockedPackage wanted) {
        return lock.withDependencies(wanted)
                .map(all -> all.stream().allMatch(each -> folder.state(each) == WheelState.GENUINE))
                .orElse(false);
    }

    /**
     * The content of a wheel; empty when the lock does not know it, it is not there, or it is another than the lock names. The array is
     * shared and must not be changed.
     */
    public Optional<byte[]> content(String fileName) {
        return lock.ofFile(fileName).flatMap(folder::content);
    }

    /** The SHA-256 of a wheel as the lock names it. */
    public Optional<String> sha256(String fileName) {
        return lock.ofFile(fileName).map(LockedPackage::sha256);
    }

    /** The lock file, for browsers. */
    public byte[] lockFile() {
        return lock.json();
    }

    /** The SHA-256 of the lock file. */
    public String lockTag() {
        return tag;
    }

    PyodideLock lock() {
        return lock;
    }

    WheelState state(LockedPackage wanted) {
        return folder.state(wanted);
    }

    Optional<Set<LockedPackage>> withDependencies(LockedPackage wanted) {
        return lock.withDependencies(wanted);
    }

    Path folder() {
        return folder.path();
    }

    List<String> strangers() {
        return folder.strangers(lock);
    }

    /** The lock file that cannot be read; empty when all is well. */
    Optional<String> brokenLock() {
        return broken ? Optional.of(lockName) : Optional.empty();
    }
}
