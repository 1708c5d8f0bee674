package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.WordLimits;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.content.MarkdownText;
import org.collegium.source.XmlNode.Element;

/** The kinds of Moodle's questions that are asked in words. */
final class MoodleKinds {

    private MoodleKinds() {}

    static void choice(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        List<Choices.Answer> answers = new ArrayList<>();
        for (Element answer : question.answers()) {
            answers.add(
                    new Choices.Answer(question.markdown(answer), question.share(answer), question.feedback(answer)));
        }
        question.feedback(false);
        Reading.Item item = question.item();
        if (!question.flag("shuffleanswers", true)) {
            item.inOrder(item.place());
        }
        item.keep(
                question.flag("single", true)
                        ? Choices.single(item, item.place(), common, answers)
                        : Choices.multiple(item, item.place(), common, answers));
    }

    /** What its author gave to whoever writes or marks has no place here, nor have files beside a text. */
    static void essay(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        for (String part : List.of("graderinfo", "responsetemplate")) {
            question.xml()
                    .child(part)
                    .filter(element -> !element.textOf("text").isBlank())
                    .ifPresent(element -> question.item().lost(element.place(), part));
        }
        if (question.xml().textOf("responseformat").equals("noinline")) {
            question.item().keep(Made.files(question.item().key(), common, limits(question)));
            return;
        }
        if (question.number("attachments") != 0) {
            question.item().lost(question.xml().place(), "attachments");
        }
        int least = Math.max(0, question.number("minwordlimit"));
        int most = Math.max(0, question.number("maxwordlimit"));
        question.item()
                .keep(Made.essay(
                        question.item().key(),
                        common,
                        most == 0 || least <= most ? new WordLimits(least, most) : WordLimits.NONE));
    }

    /** As many as one likes are as many as can be; where nothing is said of their size, it is the usual one. */
    private static FileLimits limits(MoodleQuestion question) throws LeftOut {
        int most = question.number("attachments");
        double megabytes = question.number("maxbytes") / (1024.0 * 1024);
        return new FileLimits(
                most < 0 ? FileLimits.MOST : Math.clamp(most, 1, FileLimits.MOST),
                megabytes <= 0 ? FileLimits.USUAL.megabytes() : Math.min(megabytes, FileLimits.LARGEST_MEGABYTES),
                MoodleFileTypes.read(question.xml().textOf("filetypeslist")));
    }

    static void statement(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        Boolean right = null;
        Map<Boolean, String> said = new LinkedHashMap<>();
        for (Element answer : question.answers()) {
            boolean truth = answer.textOf("text").equalsIgnoreCase("true");
            said.put(truth, question.feedback(answer));
            if (question.share(answer) > 0) {
                right = truth;
            }
        }
        Feedback feedback = right == null
                ? Feedback.NONE
                : new Feedback(said.getOrDefault(right, ""), said.getOrDefault(!right, ""));
        question.item().keep(Made.statement(question.item().key(), common, right, feedback));
    }

    static void words(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        List<Words.Answer> answers = new ArrayList<>();
        for (Element answer : question.answers()) {
            answers.add(new Words.Answer(answer.textOf("text"), question.share(answer), question.feedback(answer)));
        }
        ShortText words = Words.of(question.item().key(), common, answers, question.flag("usecase", false));
        question.item().keep(words);
    }

    static void matching(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        Map<String, String> keys = new LinkedHashMap<>();
        List<Prompt> prompts = new ArrayList<>();
        for (Element pair : question.xml().children("subquestion")) {
            String option =
                    MarkdownText.ofLines(pair.child("answer").map(Element::text).orElse(""));
            String key = keys.computeIfAbsent(option, _ -> ItemKeys.letter(keys.size()));
            String asked = question.markdown(pair);
            if (!asked.isEmpty()) {
                prompts.add(new Prompt("p" + (prompts.size() + 1), asked, key));
            }
        }
        List<Offer> offers = keys.entrySet().stream()
                .map(option -> new Offer(option.getValue(), option.getKey()))
                .toList();
        question.item().keep(Made.matching(question.item().key(), common, prompts, offers, question.feedback(true)));
    }

    /** The fraction of each answer is its place, from 1. */
    static void ordering(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        List<Offer> offers = new ArrayList<>();
        question.answers().stream()
                .sorted(Comparator.comparingDouble(question::share))
                .forEach(answer -> offers.add(new Offer(ItemKeys.letter(offers.size()), question.markdown(answer))));
        // Each of Moodle's rules looks at places or neighbours; ours at all pairs.
        question.item().scoredOtherwise(question.item().place());
        question.answers().stream()
                .filter(answer -> !question.feedback(answer).isEmpty())
                .findFirst()
                .ifPresent(answer -> question.item().lost(answer.place(), "feedback"));
        String selected = question.xml().textOf("selecttype");
        if (!selected.isEmpty() && !selected.equals("ALL") && !selected.equals("0")) {
            question.item().lost(question.item().place(), "selecttype " + selected);
        }
        question.item().keep(Made.ordering(question.item().key(), common, offers, question.feedback(true)));
    }
}
