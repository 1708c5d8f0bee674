package org.collegium.enrolment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A line of pasted text in which an address was looked for.
 *
 * @param line from 1
 * @param text what was taken for the address; the beginning of the line where there is none
 * @param person null where nobody is found
 */
public record PastedLine(
        int line, String text, Outcome outcome, @Nullable RunPerson person) implements Serializable {

    /** The most lines at once. */
    public static final int MOST = 1_000;

    private static final int LONGEST = 80;

    /** What was found. */
    public enum Outcome {
        FOUND,
        /** Somebody for whom it was done before. */
        REPLACES,
        /** Somebody who stands in an earlier line, too. */
        TWICE,
        /** Whether there is somebody with the address who is not in the run is nobody's business. */
        NOT_IN_RUN,
        NO_ADDRESS
    }

    /**
     * Somebody in the run.
     *
     * @param given whether it was done for them before
     */
    public record Known(RunPerson person, boolean given) {}

    /** Whether it names somebody for whom it can be done. */
    public boolean good() {
        return outcome == Outcome.FOUND || outcome == Outcome.REPLACES;
    }

    /** @param finding those of the addresses that are in the run */
    public static List<PastedLine> read(String text, Function<Set<String>, Map<String, Known>> finding) {
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST) {
            throw new RuleViolation("enrolment.pasted.lines", MOST, lines.size());
        }
        Map<Integer, String> addresses = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                addresses.put(i + 1, address(lines.get(i)));
            }
        }
        Set<String> emails = new HashSet<>(addresses.values());
        emails.remove("");
        Map<String, Known> known = emails.isEmpty() ? Map.of() : finding.apply(emails);
        Set<String> seen = new HashSet<>();
        List<PastedLine> read = new ArrayList<>();
        addresses.forEach(
                (line, address) -> read.add(line(line, lines.get(line - 1), address, known.get(address), seen)));
        return read;
    }

    private static PastedLine line(int line, String text, String address, @Nullable Known known, Set<String> seen) {
        if (address.isEmpty()) {
            String begin = text.strip();
            return new PastedLine(
                    line, begin.substring(0, Math.min(LONGEST, begin.length())), Outcome.NO_ADDRESS, null);
        }
        if (known == null) {
            return new PastedLine(line, address, Outcome.NOT_IN_RUN, null);
        }
        Outcome outcome = !seen.add(address) ? Outcome.TWICE : known.given() ? Outcome.REPLACES : Outcome.FOUND;
        return new PastedLine(line, address, outcome, known.person());
    }

    /** The first word of a line that is an address; empty without one. */
    private static String address(String line) {
        return Arrays.stream(line.split("[\\s,;<>\"()]++"))
                .filter(word -> word.contains("@"))
                .findFirst()
                .map(PastedLine::normal)
                .orElse("");
    }

    private static String normal(String word) {
        try {
            return new EmailAddress(word).value();
        } catch (RuleViolation none) {
            return "";
        }
    }
}
