package org.collegium.enrolment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * An address in a line of pasted text, or a line that has none.
 *
 * @param line from 1; a line with several addresses is there with each of them
 * @param text what was taken for the address; the beginning of the line where there is none
 * @param person null where nobody is found
 */
public record PastedLine(
        int line, String text, Outcome outcome, @Nullable RunPerson person) implements Serializable {

    /** The most addresses and lines without one at once. */
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
        List<PastedLine> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read.addAll(addresses(i + 1, lines.get(i)));
            }
        }
        if (read.size() > MOST) {
            throw new RuleViolation("enrolment.pasted.lines", MOST, read.size());
        }
        Set<String> emails = read.stream()
                .filter(line -> line.outcome() != Outcome.NO_ADDRESS)
                .map(PastedLine::text)
                .collect(Collectors.toSet());
        Map<String, Known> known = emails.isEmpty() ? Map.of() : finding.apply(emails);
        Set<String> seen = new HashSet<>();
        return read.stream()
                .map(line -> line.outcome() == Outcome.NO_ADDRESS ? line : line.with(known.get(line.text()), seen))
                .toList();
    }

    private PastedLine with(@Nullable Known known, Set<String> seen) {
        if (known == null) {
            return this;
        }
        Outcome found = !seen.add(text) ? Outcome.TWICE : known.given() ? Outcome.REPLACES : Outcome.FOUND;
        return new PastedLine(line, text, found, known.person());
    }

    /** The addresses of a line, with nobody yet. */
    private static List<PastedLine> addresses(int line, String text) {
        List<PastedLine> found = Arrays.stream(text.split("[\\s,;<>\"()]++"))
                .filter(word -> word.contains("@"))
                .map(PastedLine::normal)
                .filter(address -> !address.isEmpty())
                .distinct()
                .map(address -> new PastedLine(line, address, Outcome.NOT_IN_RUN, null))
                .toList();
        String begin = text.strip();
        return found.isEmpty()
                ? List.of(new PastedLine(
                        line, begin.substring(0, Math.min(LONGEST, begin.length())), Outcome.NO_ADDRESS, null))
                : found;
    }

    private static String normal(String word) {
        try {
            return new EmailAddress(word).value();
        } catch (RuleViolation none) {
            return "";
        }
    }
}
