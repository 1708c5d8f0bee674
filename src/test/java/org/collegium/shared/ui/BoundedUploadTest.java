package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BoundedUploadTest {

    private static final int LARGEST = 100_000;
    private static final long UNKNOWN = -1;

    private final List<Object> taken = new ArrayList<>();
    private final UploadHandler memory = BoundedUpload.inMemory(LARGEST, (file, bytes) -> taken.add(bytes));
    private final UploadHandler disk = BoundedUpload.toTempFile(LARGEST, (file, kept) -> taken.add(kept.toPath()));

    @Test
    void aFileOfTheLargestSizeIsTaken() throws IOException {
        byte[] whole = new byte[LARGEST];
        whole[LARGEST - 1] = 7;

        assertThat(sent(memory, whole.length, new ByteArrayInputStream(whole)).isRejected())
                .isFalse();
        assertThat(sent(disk, UNKNOWN, new ByteArrayInputStream(whole)).isRejected())
                .isFalse();

        assertThat(taken).hasSize(2);
        assertThat((byte[]) taken.get(0)).isEqualTo(whole);
        assertThat(Files.readAllBytes((Path) taken.get(1))).isEqualTo(whole);
        Files.delete((Path) taken.get(1));
    }

    @Test
    void aLargerOneIsRefusedAndNotReadToItsEnd() throws IOException {
        for (UploadHandler handler : List.of(memory, disk)) {
            Endless endless = new Endless();

            assertThat(sent(handler, UNKNOWN, endless).isRejected()).isTrue();

            assertThat(endless.read).isBetween(LARGEST + 1L, 2L * LARGEST);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void oneThatSaysThatItIsLargerIsNotReadAtAll() throws IOException {
        Endless endless = new Endless();

        assertThat(sent(memory, LARGEST + 1, endless).isRejected()).isTrue();

        assertThat(endless.read).isZero();
    }

    private static UploadEvent sent(UploadHandler handler, long size, InputStream content) throws IOException {
        Div field = new Div();
        new Tab().add(field);
        UploadEvent event =
                new UploadEvent(null, null, null, "a.txt", size, "text/plain", field.getElement(), part(content));
        handler.handleUploadRequest(event);
        return event;
    }

    private static Part part(InputStream content) {
        return (Part) Proxy.newProxyInstance(
                Part.class.getClassLoader(), new Class<?>[] {Part.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getInputStream")) {
                        return content;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    /** A tab that does at once what it is asked for. */
    private static final class Tab extends UI {

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class Endless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            read += length;
            return length;
        }
    }
}
