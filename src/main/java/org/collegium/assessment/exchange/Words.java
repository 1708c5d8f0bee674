package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.ShortText;

/** Makes a question of words that are accepted, in which Moodle has an asterisk for any characters. */
final class Words {

    private Words() {}

    /** An answer in words: plain text, 1 for all of the points. */
    record Answer(String text, double share, String feedback) {}

    static ShortText of(String key, Choices.Common common, List<Answer> answers, boolean caseSensitive) {
        List<Accepted> accept = new ArrayList<>();
        String otherwise = "";
        for (Answer answer : answers) {
            if (answer.text().equals("*")) {
                otherwise = answer.feedback();
                continue;
            }
            accept.add(accepted(answer));
        }
        accept.stream()
                .filter(accepted -> accepted.match() == Match.WILDCARD && accepted.share() == 1)
                .findFirst()
                .filter(wild -> accept.stream().noneMatch(Accepted::example))
                .map(wild -> example(wild.text()))
                .filter(example -> !example.isBlank())
                .ifPresent(example -> accept.addFirst(Accepted.of(example)));
        return Made.words(key, common, accept, caseSensitive, new Feedback("", otherwise));
    }

    private static Accepted accepted(Answer answer) {
        String text = answer.text();
        double share = Math.clamp(answer.share(), 0, 1);
        if (text.replace("\\*", "").indexOf('*') >= 0) {
            return new Accepted(text.replace("?", "\\?"), Match.WILDCARD, share, answer.feedback());
        }
        return new Accepted(text.replace("\\*", "*"), Match.EXACT, share, answer.feedback());
    }

    /** What fits where each asterisk stands for nothing. */
    private static String example(String wild) {
        return wild.replace("\\*", "\uE000")
                .replace("*", "")
                .replace("\uE000", "*")
                .replace("\\?", "?")
                .strip();
    }

    /** The text with an asterisk and what Moodle has for it; empty where it cannot say this. */
    static Optional<String> moodle(Accepted accepted) {
        return switch (accepted.match()) {
            case EXACT -> Optional.of(accepted.text().replace("*", "\\*"));
            case WILDCARD ->
                accepted.text().replace("\\?", "").indexOf('?') >= 0
                        ? Optional.empty()
                        : Optional.of(accepted.text().replace("\\?", "?"));
            case PATTERN -> Optional.empty();
        };
    }
}
