package org.collegium.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class FolderBlobsTests {

    private static final BlobId HELLO = new BlobId("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    @TempDir
    Path folder = Path.of("");

    private FolderBlobs blobs = new FolderBlobs(folder);

    @BeforeEach
    void open() {
        blobs = new FolderBlobs(folder.resolve("blobs"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    @Test
    void aBlobIsNamedByItsContentAndKeptInItsFolder() throws IOException {
        assertThat(blobs.put("hello".getBytes(UTF_8))).isEqualTo(HELLO);

        assertThat(files()).containsExactly(Path.of("blobs/2c/f2/" + HELLO));
        assertThat(blobs.read(HELLO))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("hello"));
        assertThat(blobs.size(HELLO)).hasValue(5);
        assertThat(blobs.contains(HELLO)).isTrue();
    }

    @Test
    void streamsGoInAndOutWithoutBeingClosed() throws IOException {
        byte[] large = new byte[1_000_003];
        Arrays.fill(large, (byte) 7);
        BlobId id = blobs.put(new ByteArrayInputStream(large) {
            @Override
            public void close() {
                throw new AssertionError("the stream belongs to the caller");
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(blobs.copy(id, out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(large);
        try (InputStream in = blobs.open(id).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void storingTheSameAgainChangesNothing() throws IOException {
        blobs.put("hello".getBytes(UTF_8));
        Path file = folder.resolve("blobs/2c/f2/" + HELLO);
        Object before = Files.getLastModifiedTime(file);

        blobs.put("hello".getBytes(UTF_8));
        blobs.put(new ByteArrayInputStream("hello".getBytes(UTF_8)));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsEmpty() throws IOException {
        assertThat(blobs.open(HELLO)).isEmpty();
        assertThat(blobs.read(HELLO)).isEmpty();
        assertThat(blobs.size(HELLO)).isEmpty();
        assertThat(blobs.copy(HELLO, new ByteArrayOutputStream())).isFalse();
        assertThat(blobs.contains(HELLO)).isFalse();
    }

    @Test
    void manyMayStoreTheSameAtTheSameTime() throws Exception {
        List<Callable<BlobId>> writers = IntStream.range(0, 200)
                .<Callable<BlobId>>mapToObj(i -> () -> new FolderBlobs(folder.resolve("blobs"))
                        .put(new ByteArrayInputStream(
                                ("blob " + i % 10).repeat(10_000).getBytes(UTF_8))))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<BlobId> id : threads.invokeAll(writers)) {
                assertThat(blobs.size(id.get())).hasValue(60_000);
            }
        }

        assertThat(files()).hasSize(10);
    }

    @Test
    void aWriteThatFailsLeavesNothing() throws IOException {
        InputStream failing = new ByteArrayInputStream(new byte[100_000]) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                if (available() < 50_000) {
                    throw new UncheckedIOException(new IOException("the line went down"));
                }
                return super.read(target, from, length);
            }
        };

        assertThatThrownBy(() -> blobs.put(failing)).hasMessageContaining("the line went down");
        assertThat(files()).isEmpty();
    }

    @Test
    void leftoversOfACrashAreNeverRead() throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("blobs/incoming"));
        Files.writeString(incoming.resolve(HELLO.sha256()), "hel");

        assertThat(blobs.contains(HELLO)).isFalse();
        blobs.put("hello".getBytes(UTF_8));
        assertThat(blobs.size(HELLO)).hasValue(5);
    }

    @Test
    void namesThatAreNoDigestsAreRefused() {
        for (String name : List.of("", "../../etc/passwd", "2CF2".repeat(16), "a".repeat(63), "g".repeat(64))) {
            assertThatThrownBy(() -> new BlobId(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
