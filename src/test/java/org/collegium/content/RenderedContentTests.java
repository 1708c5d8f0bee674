package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@Tag("unit")
class RenderedContentTests {

    private static final BlobId ONE = new BlobId("1".repeat(64));
    private static final BlobId TWO = new BlobId("2".repeat(64));

    private final AtomicInteger renderings = new AtomicInteger();

    private RenderedText render(String markdown) {
        renderings.incrementAndGet();
        return new LessonRenderer().render(markdown, LinkResolver.none());
    }

    @Test
    void theSameTextInTheSameSurroundingsIsRenderedOnce() {
        RenderedContent content = new RenderedContent(DataSize.ofMegabytes(1));
        RenderedText first = content.get(ONE, "course 1", () -> render("a"));

        assertThat(content.get(ONE, "course 1", () -> render("a"))).isSameAs(first);
        assertThat(renderings).hasValue(1);
    }

    @Test
    void otherTextsAndOtherSurroundingsAreRenderedAnew() {
        RenderedContent content = new RenderedContent(DataSize.ofMegabytes(1));
        content.get(ONE, "course 1", () -> render("a"));
        content.get(ONE, "course 2", () -> render("a"));
        content.get(TWO, "course 1", () -> render("b"));

        assertThat(renderings).hasValue(3);
    }

    @Test
    void whatDoesNotFitIsNotKept() {
        RenderedContent content = new RenderedContent(DataSize.ofKilobytes(10));
        content.get(ONE, "", () -> render("word ".repeat(10_000)));
        content.get(TWO, "", () -> render("small"));

        // What is too large is thrown out by another thread, which a busy machine may keep waiting.
        await().untilAsserted(() -> {
            content.get(ONE, "", () -> render("word ".repeat(10_000)));
            assertThat(renderings).hasValueGreaterThanOrEqualTo(3);
        });
    }
}
