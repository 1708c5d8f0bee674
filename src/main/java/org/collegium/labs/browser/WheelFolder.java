package org.collegium.labs.browser;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.collegium.labs.notebook.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder into which an operator puts packages. What is taken from it is what was hashed, not what lies there a moment later. */
final class WheelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(WheelFolder.class);

    private static final long LARGEST = 256L * 1024 * 1024;
    private static final long KEPT_BYTES = 64L * 1024 * 1024;
    private static final int MOST_STRANGERS = 50;

    private final Path folder;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Cache<String, byte[]> genuine = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String sha256, byte[] content) -> content.length)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** What a file was when it was hashed. */
    private record Seen(Object key, long size, long changed, String sha256) {}

    WheelFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** What is there of a package; a file that has not changed is not read again. */
    WheelState state(LockedPackage wanted) {
        Path file = folder.resolve(wanted.fileName());
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (!now.isRegularFile()) {
                return WheelState.ABSENT;
            }
            Seen before = seen.get(wanted.fileName());
            Seen is = before != null && isAs(before, now) ? before : read(wanted.fileName(), file, now);
            return is.sha256().equals(wanted.sha256()) ? WheelState.GENUINE : WheelState.WRONG;
        } catch (IOException absent) {
            seen.remove(wanted.fileName());
            return WheelState.ABSENT;
        }
    }

    private Seen read(String name, Path file, BasicFileAttributes now) throws IOException {
        String sha256 = now.size() > LARGEST ? "" : Fingerprint.of(Files.readAllBytes(file));
        Seen is = new Seen(key(now), now.size(), now.lastModifiedTime().toMillis(), sha256);
        seen.put(name, is);
        return is;
    }

    private static boolean isAs(Seen before, BasicFileAttributes now) {
        return before.key().equals(key(now))
                && before.size() == now.size()
                && before.changed() == now.lastModifiedTime().toMillis();
    }

    private static Object key(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return key == null ? "" : key;
    }

    /** The content of a package, when it is the very one; the array is shared and must not be changed. */
    Optional<byte[]> content(LockedPackage wanted) {
        byte[] known = genuine.getIfPresent(wanted.sha256());
        if (known != null) {
            return Optional.of(known);
        }
        Path file = folder.resolve(wanted.fileName());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            if (!Fingerprint.of(content).equals(wanted.sha256())) {
                LOG.warn("{} is not the file that the lock names, and is not served", file);
                return Optional.empty();
            }
            genuine.put(wanted.sha256(), content);
            return Optional.of(content);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
            return Optional.empty();
        }
    }

    /** Names of files that no package of the lock has; the first of them. */
    List<String> strangers(PyodideLock lock) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && lock.ofFile(name).isEmpty())
                    .sorted()
                    .limit(MOST_STRANGERS)
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be listed", folder, unreadable);
            return List.of();
        }
    }
}
