package org.collegium.assessment.ui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/** Texts that many need who start at the same time: each is put together once. At most 16 MB of them are kept. */
final class Prepared {

    private static final int MOST_BYTES = 16_000_000;
    private static final int BYTES_A_CHARACTER = 2;
    private static final int BYTES_AN_ENTRY = 2_000;
    private static final Cache<Record, String> KNOWN = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Record key, String text) -> BYTES_AN_ENTRY + BYTES_A_CHARACTER * text.length())
            .build();

    private Prepared() {}

    /**
     * @param key everything on which the text depends
     * @param text puts it together, of nothing that is prepared itself
     */
    static String text(Record key, Supplier<?> text) {
        return KNOWN.get(key, _ -> text.get().toString());
    }
}
