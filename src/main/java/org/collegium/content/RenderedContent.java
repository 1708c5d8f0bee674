package org.collegium.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Remembers rendered texts, as many as fit into the memory given by {@code collegium.content.cache} (default 64 MB). The
 * same text in the same surroundings is rendered once, however many people open it at the same time.
 */
@Component
public class RenderedContent {

    private static final int BYTES_A_CHARACTER = 2;
    private static final int BYTES_AN_ENTRY = 1_000;
    private static final int BYTES_A_REFERENCE = 200;

    private final Cache<Key, RenderedText> cache;

    RenderedContent(@Value("${collegium.content.cache:64MB}") DataSize size) {
        cache = Caffeine.newBuilder()
                .maximumWeight(size.toBytes())
                .weigher(RenderedContent::bytes)
                .build();
    }

    /**
     * Returns the rendered text, rendering it if it is not remembered.
     *
     * @param content the blob with the source
     * @param surroundings everything but the source on which the result depends: where its links lead and its language,
     *     such as the id of the course version with the path of the file
     */
    public RenderedText get(BlobId content, String surroundings, Supplier<RenderedText> rendering) {
        Key key = new Key(content, LessonRenderer.VERSION, surroundings);
        return cache.get(key, absent -> rendering.get());
    }

    private static int bytes(Key key, RenderedText text) {
        long bytes = BYTES_AN_ENTRY
                + (long) BYTES_A_CHARACTER * text.html().length()
                + (long) BYTES_A_REFERENCE
                        * (text.facts().references().size()
                                + text.facts().headings().size()
                                + text.faults().size());
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    private record Key(BlobId content, int version, String surroundings) {}
}
