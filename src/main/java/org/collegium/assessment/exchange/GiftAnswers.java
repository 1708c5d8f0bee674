package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.assessment.WordLimits;

/** Reads what stands in the braces of a question in GIFT; its first signs say of what kind the question is. */
final class GiftAnswers {

    private final Reading.Item item;
    private final TextForm form;
    private final String stem;

    GiftAnswers(Reading.Item item, TextForm form, String stem) {
        this.item = item;
        this.form = form;
        this.stem = stem;
    }

    /** An answer: its weight if it has one, and what is said to those who gave it. */
    private record Given(char sign, Optional<Double> share, GiftText.Part words, GiftText.Part feedback) {}

    void read(GiftText.Part braces) throws LeftOut {
        int general = braces.find("####");
        GiftText.Part part = general < 0 ? braces : braces.before(general).stripped();
        String explanation =
                general < 0 ? "" : markdown(braces.after(general + 4).stripped());
        Choices.Common common = new Choices.Common(form.markdown(stem, texts(braces)), 1, explanation, item.traits());
        if (part.isEmpty()) {
            item.keep(Made.essay(item.key(), common, WordLimits.NONE));
        } else if (part.startsWith("#")) {
            numeric(common, part.after(1).stripped());
        } else if (part.find("~") >= 0) {
            choice(common, part);
        } else if (part.find("=") >= 0 && part.find("->") >= 0) {
            matching(common, part);
        } else if (part.find("=") < 0) {
            statement(common, part);
        } else {
            words(common, part);
        }
    }

    private ItemTexts texts(GiftText.Part at) {
        return new ItemTexts(item, at.place(), ItemTexts.NONE);
    }

    /** A text that may say in which form it is, else it is as the question. */
    private String markdown(GiftText.Part part) {
        Optional<TextForm> said = GiftReader.form(part);
        GiftText.Part words = said.isPresent() ? GiftReader.afterForm(part) : part;
        return said.orElse(form).markdown(words.text(), texts(part));
    }

    private List<Given> given(GiftText.Part part) throws LeftOut {
        List<Given> given = new ArrayList<>();
        for (GiftText.Part one : part.beginningWith("=~")) {
            char sign = one.at(0);
            GiftText.Part rest = one.after(1).stripped();
            if (rest.isEmpty()) {
                continue;
            }
            Optional<Double> share = Optional.empty();
            if (rest.startsWith("%")) {
                int end = rest.after(1).find("%");
                if (end < 0) {
                    throw new LeftOut(rest.place(), "exchange-gift", "%");
                }
                String weight = rest.after(1).before(end).literal();
                share = Numbers.of(weight).map(percent -> percent.doubleValue() / 100);
                if (share.isEmpty()) {
                    throw new LeftOut(rest.place(), "exchange-number", weight);
                }
                rest = rest.after(end + 2).stripped();
            }
            int feedback = rest.find("#");
            given.add(new Given(
                    sign,
                    share,
                    feedback < 0 ? rest : rest.before(feedback).stripped(),
                    feedback < 0
                            ? rest.after(rest.size())
                            : rest.after(feedback + 1).stripped()));
        }
        return given;
    }

    private void choice(Choices.Common common, GiftText.Part part) throws LeftOut {
        List<Given> given = given(part);
        List<Choices.Answer> answers = new ArrayList<>();
        for (Given one : given) {
            double share = one.share.orElse(one.sign == '=' ? 1.0 : 0.0);
            answers.add(new Choices.Answer(markdown(one.words), share, markdown(one.feedback)));
        }
        boolean single = given.stream().anyMatch(one -> one.sign == '=');
        item.keep(
                single
                        ? Choices.single(item, part.place(), common, answers)
                        : Choices.multiple(item, part.place(), common, answers));
    }

    private void words(Choices.Common common, GiftText.Part part) throws LeftOut {
        List<Words.Answer> answers = new ArrayList<>();
        for (Given one : given(part)) {
            answers.add(new Words.Answer(one.words.text(), one.share.orElse(1.0), markdown(one.feedback)));
        }
        item.keep(Words.of(item.key(), common, answers, false));
    }

    private void statement(Choices.Common common, GiftText.Part part) throws LeftOut {
        int feedback = part.find("#");
        String word = (feedback < 0 ? part : part.before(feedback)).literal();
        Boolean answer = switch (word) {
            case "T", "TRUE", "true", "True" -> true;
            case "F", "FALSE", "false", "False" -> false;
            default -> throw new LeftOut(part.place(), "exchange-gift", word);
        };
        Feedback said = Feedback.NONE;
        if (feedback >= 0) {
            GiftText.Part rest = part.after(feedback + 1);
            int second = rest.find("#");
            said = new Feedback(
                    second < 0 ? "" : markdown(rest.after(second + 1).stripped()),
                    markdown((second < 0 ? rest : rest.before(second)).stripped()));
        }
        item.keep(Made.statement(item.key(), common, answer, said));
    }

    private void matching(Choices.Common common, GiftText.Part part) throws LeftOut {
        Map<String, String> keys = new LinkedHashMap<>();
        List<Prompt> prompts = new ArrayList<>();
        for (Given one : given(part)) {
            int arrow = one.words.find("->");
            if (arrow < 0) {
                throw new LeftOut(one.words.place(), "exchange-gift", "->");
            }
            if (!one.feedback.isEmpty()) {
                item.lost(one.feedback.place(), "#");
            }
            GiftText.Part asked = one.words.before(arrow).stripped();
            String option = markdown(one.words.after(arrow + 2).stripped());
            String key = keys.computeIfAbsent(option, _ -> ItemKeys.letter(keys.size()));
            if (!asked.isEmpty()) {
                prompts.add(new Prompt("p" + (prompts.size() + 1), markdown(asked), key));
            }
        }
        List<Offer> offers = keys.entrySet().stream()
                .map(option -> new Offer(option.getValue(), option.getKey()))
                .toList();
        item.keep(Made.matching(item.key(), common, prompts, offers, Feedback.NONE));
    }

    private void numeric(Choices.Common common, GiftText.Part part) throws LeftOut {
        Near right = null;
        String correct = "";
        String incorrect = "";
        boolean several = part.find("=") >= 0 || part.find("~") >= 0;
        List<Given> given = several ? given(part) : List.of(alone(part));
        for (Given one : given) {
            String words = one.words.literal();
            String feedback = markdown(one.feedback);
            if (one.sign == '~' || words.equals("*")) {
                incorrect = feedback;
                if (!words.isEmpty() && !words.equals("*")) {
                    item.lost(one.words.place(), "~" + words);
                }
            } else if (one.share.orElse(1.0) == 1 && right == null) {
                right = near(one.words);
                correct = feedback;
            } else {
                item.lost(one.words.place(), "=" + words);
            }
        }
        if (right == null) {
            throw new LeftOut(part.place(), "exchange-number", part.literal());
        }
        item.keep(Made.number(
                item.key(),
                common,
                right.answer,
                Tolerance.absolute(right.tolerance),
                Units.NONE,
                new Feedback(correct, incorrect)));
    }

    private static Given alone(GiftText.Part part) {
        int feedback = part.find("#");
        return new Given(
                '=',
                Optional.empty(),
                feedback < 0 ? part : part.before(feedback).stripped(),
                feedback < 0
                        ? part.after(part.size())
                        : part.after(feedback + 1).stripped());
    }

    private record Near(BigDecimal answer, BigDecimal tolerance) {}

    /** A number, a number and how far off, or a range. */
    private static Near near(GiftText.Part words) throws LeftOut {
        String text = words.literal();
        int range = text.indexOf("..");
        int colon = text.indexOf(':');
        Optional<BigDecimal> one =
                Numbers.of(range >= 0 ? text.substring(0, range) : colon < 0 ? text : text.substring(0, colon));
        Optional<BigDecimal> other = range >= 0
                ? Numbers.of(text.substring(range + 2))
                : colon < 0 ? Optional.of(BigDecimal.ZERO) : Numbers.of(text.substring(colon + 1));
        if (one.isEmpty() || other.isEmpty()) {
            throw new LeftOut(words.place(), "exchange-number", text);
        }
        if (range < 0) {
            return new Near(one.get(), other.get().abs());
        }
        BigDecimal two = new BigDecimal(2);
        BigDecimal middle = one.get().add(other.get()).divide(two, 30, RoundingMode.HALF_EVEN);
        BigDecimal half = other.get().subtract(one.get()).abs().divide(two, 30, RoundingMode.HALF_EVEN);
        return new Near(Numbers.plainly(middle), Numbers.plainly(half));
    }
}
