package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.source.XmlNode.Element;
import org.jsoup.Jsoup;

/** One gap of a text in the syntax of Moodle. */
final class MoodleGap {

    private static final Set<String> CHOICES =
            Set.of(("MULTICHOICE MC MULTICHOICE_V MCV MULTICHOICE_H MCH MULTICHOICE_S MCS MULTICHOICE_VS "
                            + "MCVS MULTICHOICE_HS MCHS")
                    .split(" "));

    private static final Set<String> WORDS = Set.of("SHORTANSWER", "SA", "MW");
    private static final Set<String> WORDS_IN_CASE = Set.of("SHORTANSWER_C", "SAC", "MWC");
    private static final Set<String> NUMBERS = Set.of("NUMERICAL", "NM");

    private final MoodleQuestion question;
    private final Element element;
    private final TextForm form;

    MoodleGap(MoodleQuestion question, Element element, TextForm form) {
        this.question = question;
        this.element = element;
        this.form = form;
    }

    /** @param code what stands between the braces */
    Gap read(String key, String code) throws LeftOut {
        int first = code.indexOf(':');
        int second = code.indexOf(':', first + 1);
        double weight =
                Numbers.of(code.substring(0, first)).map(Number::doubleValue).orElse(1.0);
        String kind = code.substring(first + 1, second);
        Choices.Common common = Choices.Common.gap(weight > 0 ? weight : 1);
        List<Choices.Answer> answers = answers(code.substring(second + 1));
        if (CHOICES.contains(kind)) {
            return choice(key, common, answers);
        }
        if (WORDS.contains(kind) || WORDS_IN_CASE.contains(kind)) {
            return words(key, common, answers, WORDS_IN_CASE.contains(kind));
        }
        if (NUMBERS.contains(kind)) {
            return number(key, common, answers);
        }
        throw new LeftOut(element.place(), "exchange-gap", kind);
    }

    private List<Choices.Answer> answers(String text) throws LeftOut {
        List<Choices.Answer> answers = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String before = "";
        boolean feedback = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '~' : text.charAt(i);
            if (c == '~') {
                if (!before.isBlank() || !words.toString().isBlank()) {
                    answers.add(answer(feedback ? before : words.toString(), feedback ? words.toString() : ""));
                }
                words.setLength(0);
                before = "";
                feedback = false;
            } else if (c == '#' && !feedback && !(i > 0 && text.charAt(i - 1) == '&')) {
                before = words.toString();
                words.setLength(0);
                feedback = true;
            } else if (c == '\\' && i + 1 < text.length() && "}#~\"\\/".indexOf(text.charAt(i + 1)) >= 0) {
                words.append(text.charAt(++i));
            } else {
                words.append(c);
            }
        }
        return answers;
    }

    private Choices.Answer answer(String words, String feedback) throws LeftOut {
        String rest = words.strip();
        double share = 0;
        if (rest.startsWith("=")) {
            share = 1;
            rest = rest.substring(1);
        } else if (rest.startsWith("%")) {
            int end = rest.indexOf('%', 1);
            Optional<BigDecimal> percent = end < 0 ? Optional.empty() : Numbers.of(rest.substring(1, end));
            if (percent.isEmpty()) {
                throw new LeftOut(element.place(), "exchange-gap", rest.substring(0, Math.min(40, rest.length())));
            }
            share = percent.get().doubleValue() / 100;
            rest = rest.substring(end + 1);
        }
        return new Choices.Answer(rest.strip(), share, feedback.strip());
    }

    private String markdown(String text) {
        return form.markdown(text, question.texts(element));
    }

    /** The characters that a text stands for where no markup is meant. */
    private String plain(String text) {
        return form == TextForm.HTML || form == TextForm.MOODLE
                ? Jsoup.parseBodyFragment(text).body().wholeText().strip()
                : text;
    }

    private SingleChoice choice(String key, Choices.Common common, List<Choices.Answer> answers) {
        boolean right = false;
        List<Choices.Answer> options = new ArrayList<>();
        for (Choices.Answer answer : answers) {
            boolean all = answer.share() == 1 && !right;
            if (answer.share() != 0 && !all) {
                question.item().scoredOtherwise(element.place());
            }
            right |= all;
            options.add(new Choices.Answer(markdown(answer.text()), all ? 1 : 0, markdown(answer.feedback())));
        }
        return Made.single(key, common, Choices.options(options, 1));
    }

    private ShortText words(String key, Choices.Common common, List<Choices.Answer> answers, boolean caseSensitive) {
        return Words.of(
                key,
                common,
                answers.stream()
                        .map(answer ->
                                new Words.Answer(plain(answer.text()), answer.share(), markdown(answer.feedback())))
                        .toList(),
                caseSensitive);
    }

    private Numeric number(String key, Choices.Common common, List<Choices.Answer> answers) throws LeftOut {
        Numeric number = null;
        String otherwise = "";
        for (Choices.Answer answer : answers) {
            String text = plain(answer.text());
            if (text.equals("*")) {
                otherwise = markdown(answer.feedback());
            } else if (number != null || answer.share() != 1) {
                question.item().lost(element.place(), "NUMERICAL " + text);
            } else {
                int colon = text.indexOf(':');
                Optional<BigDecimal> right = Numbers.of(colon < 0 ? text : text.substring(0, colon));
                Optional<BigDecimal> off =
                        colon < 0 ? Optional.of(BigDecimal.ZERO) : Numbers.of(text.substring(colon + 1));
                if (right.isEmpty() || off.isEmpty()) {
                    throw new LeftOut(element.place(), "exchange-number", text);
                }
                number = Made.number(
                        key,
                        common,
                        right.get(),
                        Tolerance.absolute(off.get().abs()),
                        Units.NONE,
                        new Feedback(markdown(answer.feedback()), ""));
            }
        }
        if (number == null) {
            throw new LeftOut(element.place(), "exchange-number", "NUMERICAL");
        }
        return Made.number(
                key,
                common,
                number.answer(),
                number.tolerance(),
                Units.NONE,
                new Feedback(number.feedback().correct(), otherwise));
    }
}
