package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that was handed in whole, as the answer says it.
 *
 * @param id by which it can be had; null where nothing was recorded
 * @param name as its learner has it, without what browsers or readers could be led astray by
 * @param size in bytes
 * @param mediaType found in its content
 * @param sha256 of its content; with the time it is the receipt. Empty where nothing was recorded
 */
public record AnswerFile(
        @Nullable UUID id,
        String name,
        long size,
        FileKind kind,
        String mediaType,
        String sha256,
        @Nullable Instant storedAt)
        implements Serializable {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}+$");
    private static final int SIX_DIGITS = 0xFFFFFF;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** As one value of an answer. */
    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<AnswerFile> read(String value) {
        try {
            return Optional.ofNullable(JSON.readValue(value, AnswerFile.class))
                    .filter(file -> file.name != null && file.kind != null && file.mediaType != null);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What a file is called where nobody is to be told whose it is: a number, and the ending of its name, so that programs know it. An ending
     * of more than five signs could say a name.
     */
    public static String neutralName(UUID id, String name) {
        Matcher ending = ENDING.matcher(name);
        return "file-%06x".formatted(id.getLeastSignificantBits() & SIX_DIGITS) + (ending.find() ? ending.group() : "");
    }

    /** The same file without its name. */
    AnswerFile unnamed() {
        UUID known = id;
        return known == null
                ? this
                : new AnswerFile(known, neutralName(known, name), size, kind, mediaType, sha256, storedAt);
    }

    /** Where those who may read it get it. */
    public Optional<String> address() {
        return Optional.ofNullable(id).map(known -> "/answer-files/" + known);
    }
}
