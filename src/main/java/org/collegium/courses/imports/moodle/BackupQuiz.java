package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.LeftOut;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizText;
import org.collegium.courses.imports.moodle.Backup.Listed;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlNode.Element;

/** A quiz of a backup: its slots, with the questions of the bank that they name. */
final class BackupQuiz {

    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_QUESTIONS = 200;
    private static final int LONGEST_MINUTES = 10_080;
    private static final int MINUTE = 60;
    private static final Set<String> SAID = Set.of(
            "correctfeedback",
            "partiallycorrectfeedback",
            "incorrectfeedback",
            "graderinfo",
            "responsetemplate",
            "unit");
    private static final List<String> SETTINGS = List.of("password", "subnet", "delay1", "delay2", "navmethod");

    private final Backup backup;
    private final BackupFiles files;
    private final FaultSink faults;
    private final BankLeft bank;

    BackupQuiz(Backup backup, BackupFiles files, BankLeft bank, FaultSink faults) {
        this.backup = backup;
        this.files = files;
        this.bank = bank;
        this.faults = faults;
    }

    Optional<OutlineUnit> quiz(Listed activity, Element quiz, String context, Map<String, SourceFile> made) {
        String path = activity.folder() + "/quiz.yaml";
        List<QuizQuestion> questions = new ArrayList<>();
        LeftOut left = new LeftOut();
        for (Element slot : quiz.all("question_instance")) {
            Optional<Element> asked = question(slot);
            if (asked.isEmpty()) {
                faults.warning(slot.place(), "moodle-slot", activity.title(), slot.textOf("slot"));
                continue;
            }
            Element element = asked.get();
            bank.asked(element);
            new BackupQuestion(element, path, backup, files.ofQuestion(element.attribute("id")))
                    .read(mark(slot))
                    .told(faults, element)
                    .ifPresent(found -> {
                        questions.add(found);
                        beside(element, left);
                    });
        }
        settings(quiz, left);
        left.tell(faults, quiz.place(), "quiz-beside", activity.title());
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            faults.warning(activity.place(), "quiz-size", activity.title(), questions.size(), MOST_QUESTIONS);
            return Optional.empty();
        }
        int minutes = (Backup.number(quiz.textOf("timelimit")) + MINUTE - 1) / MINUTE;
        QuizText.Settings settings = new QuizText.Settings(
                activity.title(),
                backup.markdown(quiz, "intro", path, files.ofContext(context)),
                Math.clamp(Backup.number(quiz.textOf("attempts_number")), 0, MOST_ATTEMPTS),
                Math.clamp(minutes, 0, LONGEST_MINUTES),
                quiz.textOf("shuffleanswers").equals("1"));
        SourceFile file = QuizText.file(path, quiz.place(), settings, questions);
        made.put(path, file);
        return Optional.of(OutlineUnit.of("quiz-" + activity.module(), "quiz", file, activity.title(), quiz.place()));
    }

    /** What is said to learners, and to those who give marks, beyond what a question here has. */
    private static void beside(Element question, LeftOut left) {
        for (Element one : question.all()) {
            boolean said = SAID.contains(one.name()) && !Backup.said(one).isEmpty();
            if (said || one.name().equals("question_hint")) {
                left.add(one.name());
            }
        }
        if (!question.textOf("qtype").equals("multichoice")) {
            left.add("feedback", (int) question.all("answer").stream()
                    .filter(answer -> !Backup.said(answer, "feedback").isEmpty())
                    .count());
        }
    }

    /** What a quiz is set to beyond what one here can be. */
    private static void settings(Element quiz, LeftOut left) {
        SETTINGS.stream()
                .filter(name -> !Set.of("", "0", "free").contains(Backup.said(quiz, name)))
                .forEach(left::add);
        for (Element one : quiz.all()) {
            if (Set.of("feedbacktext", "heading").contains(one.name())
                    && !Backup.said(one).isEmpty()) {
                left.add(one.name());
            }
        }
    }

    private static double mark(Element slot) {
        String mark = slot.textOf("maxmark").isEmpty() ? slot.textOf("grade") : slot.textOf("maxmark");
        return BackupQuestion.number(mark)
                .filter(value -> value > 0 && value <= 1_000)
                .orElse(1.0);
    }

    /** The question of a slot: by its entry in the bank, of which the last version counts, or by its own number. */
    private Optional<Element> question(Element slot) {
        Optional<Element> all = backup.questions();
        String entry = slot.all("questionbankentryid").stream()
                .map(Element::text)
                .findFirst()
                .orElse("");
        if (!entry.isEmpty()) {
            return all.stream()
                    .flatMap(root -> root.all("question_bank_entry").stream())
                    .filter(found -> found.attribute("id").equals(entry))
                    .flatMap(found -> found.all("question").stream())
                    .filter(found -> !found.textOf("qtype").isEmpty())
                    .reduce((one, other) -> other);
        }
        String own = slot.textOf("questionid").isEmpty() ? slot.textOf("question") : slot.textOf("questionid");
        return own.isEmpty()
                ? Optional.empty()
                : all.stream()
                        .flatMap(root -> root.all("question").stream())
                        .filter(found -> found.attribute("id").equals(own)
                                && !found.textOf("qtype").isEmpty())
                        .findFirst();
    }
}
