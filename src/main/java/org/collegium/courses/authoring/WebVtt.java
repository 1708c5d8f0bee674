package org.collegium.courses.authoring;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.shared.RuleViolation;

/** Looks at captions and chapters in WebVTT (W3C, 2019): what browsers would pass over without a word is told with its line. */
final class WebVtt {

    private static final Pattern TIMES = Pattern.compile(
            "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]++-->[ \\t]++(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?:[ \\t].*+)?");

    private WebVtt() {}

    /** @throws RuleViolation when it is none, a time cannot be read or runs backwards, or nothing is said */
    static void check(String name, byte[] content) {
        List<String> lines = text(name, content).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().matches("\uFEFF?WEBVTT(?:[ \\t].*+)?")) {
            throw new RuleViolation("courses.lesson.captions.head", name);
        }
        int cues = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).contains("-->")) {
                check(name, lines.get(i).strip(), i + 1);
                cues++;
            }
        }
        if (cues == 0) {
            throw new RuleViolation("courses.lesson.captions.none", name);
        }
    }

    private static void check(String name, String line, int number) {
        Matcher times = TIMES.matcher(line);
        if (!times.matches()) {
            throw new RuleViolation("courses.lesson.captions.time", name, number, line);
        }
        if (time(times, 1).compareTo(time(times, 5)) >= 0) {
            throw new RuleViolation("courses.lesson.captions.order", name, number, line);
        }
    }

    private static Duration time(Matcher times, int from) {
        String hours = times.group(from);
        return Duration.ofHours(hours == null ? 0 : Integer.parseInt(hours))
                .plusMinutes(Integer.parseInt(times.group(from + 1)))
                .plusSeconds(Integer.parseInt(times.group(from + 2)))
                .plusMillis(Integer.parseInt(times.group(from + 3)));
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException unreadable) {
            throw new RuleViolation("courses.lesson.captions.head", name);
        }
    }
}
