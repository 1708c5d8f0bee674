package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.Prose;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizQuestion.Choice;
import org.collegium.courses.imports.QuizQuestion.Cloze;
import org.collegium.courses.imports.QuizQuestion.Essay;
import org.collegium.courses.imports.QuizQuestion.Feedback;
import org.collegium.courses.imports.QuizQuestion.Gap;
import org.collegium.courses.imports.QuizQuestion.Judgement;
import org.collegium.courses.imports.QuizQuestion.Kind;
import org.collegium.courses.imports.QuizQuestion.Matching;
import org.collegium.courses.imports.QuizQuestion.Option;
import org.collegium.courses.imports.QuizQuestion.Prompt;
import org.collegium.courses.imports.QuizQuestion.Words;
import org.collegium.source.FaultSink;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;

/** A question of a backup's bank. */
final class BackupQuestion {

    private static final int MOST_OPTIONS = 12;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_TITLE = 80;
    private static final double ALL = 0.999;
    private static final int MOST_GAPS = 20;
    private static final Pattern GAP = Pattern.compile("\\{#(\\d{1,3}+)}");

    private final Element question;
    private final String path;
    private final Backup backup;
    private final HtmlPage.Targets targets;
    private boolean partly;

    BackupQuestion(Element question, String path, Backup backup, HtmlPage.Targets targets) {
        this.question = question;
        this.path = path;
        this.backup = backup;
        this.targets = targets;
    }

    /** What became of it: why there is none, and whether some answers earned a part of the points. */
    record Read(Optional<QuizQuestion> found, String words, String kind, String reason, boolean partly) {

        Optional<QuizQuestion> told(FaultSink faults, Element question) {
            if (found.isEmpty()) {
                faults.warning(question.place(), "quiz-question", words, kind, reason);
            } else if (partly) {
                faults.warning(question.place(), "quiz-partly", words);
            }
            return found;
        }
    }

    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(value) && Math.abs(value) < 1e15 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    Read read(double points) {
        String type = question.textOf("qtype");
        Marks marks = new Marks();
        Optional<BackupFormula> formulas =
                type.startsWith("calculated") ? BackupFormula.of(question) : Optional.empty();
        UnaryOperator<String> marking = text -> type.equals("multianswer")
                ? GAP.matcher(text).replaceAll(gap -> marks.put("{{gap-" + gap.group(1) + "}}"))
                : formulas.map(found -> found.marked(text, marks)).orElse(text);
        String stem = marks.open(markdown("questiontext", marking));
        String plain = Prose.plain(stem);
        String named = plain.isEmpty() ? Backup.said(question, "name") : plain;
        String words = Prose.shortened(named, LONGEST_TITLE);
        Optional<Kind> kind = stem.isBlank()
                ? Optional.empty()
                : type.equals("multianswer")
                        ? gaps(stem)
                        : formulas.isPresent() ? computed(type, formulas.get()) : kind(type);
        String reason = stem.isBlank() ? "text" : "kind";
        return new Read(
                kind.map(found -> new QuizQuestion(
                        question.place(),
                        words,
                        stem,
                        points,
                        marks.open(markdown("generalfeedback", marking)),
                        Feedback.NONE,
                        found)),
                words,
                type,
                reason,
                partly);
    }

    /** A text of the question, some of which is kept away from those who make Markdown of it. */
    private String markdown(String name, UnaryOperator<String> marking) {
        List<XmlNode> content = new ArrayList<>();
        for (XmlNode node : question.content()) {
            content.add(
                    node instanceof Element child && child.name().equals(name)
                            ? new Element(
                                    name,
                                    child.attributes(),
                                    List.of(new XmlNode.Text(marking.apply(child.text()))),
                                    child.place())
                            : node);
        }
        return backup.markdown(
                new Element(question.name(), question.attributes(), content, question.place()), name, path, targets);
    }

    /** Gaps are questions of their own, in the order of their numbers in the text. */
    private Optional<Kind> gaps(String stem) {
        String[] parts = setting("sequence").split("[,\\s]+", MOST_GAPS + 1);
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String key = "gap-" + (i + 1);
            Optional<Gap> gap = part(parts[i]).flatMap(element -> gap(key, element));
            if (gap.isEmpty() || !stem.contains("{{" + key + "}}")) {
                return Optional.empty();
            }
            gaps.add(gap.get());
        }
        return gaps.size() > MOST_GAPS ? Optional.empty() : Optional.of(new Cloze(gaps));
    }

    private Optional<Element> part(String id) {
        return backup.questions().stream()
                .flatMap(root -> root.all("question").stream())
                .filter(found -> found.attribute("id").equals(id)
                        && !found.textOf("qtype").isEmpty())
                .findFirst();
    }

    private Optional<Gap> gap(String key, Element element) {
        BackupQuestion part = new BackupQuestion(element, path, backup, targets);
        Optional<Kind> kind = part.kind(element.textOf("qtype"))
                .filter(found -> found instanceof Words
                        || found instanceof QuizQuestion.Numeric
                        || (found instanceof Choice choice && !choice.several()));
        partly |= part.partly;
        double weight =
                number(element.textOf("defaultmark")).filter(mark -> mark > 0).orElse(1.0);
        return kind.map(found -> new Gap(key, found, weight));
    }

    /** A choice among computed numbers is asked for as a number, right within half of its last decimal. */
    private Optional<Kind> computed(String type, BackupFormula formulas) {
        boolean choice = type.equals("calculatedmulti");
        List<Element> right =
                answers().stream().filter(answer -> fraction(answer) >= ALL).toList();
        if (right.size() != 1) {
            return Optional.empty();
        }
        Element answer = right.getFirst();
        String text = Backup.said(answer, "answertext");
        partly |= choice
                || formulas.otherwise()
                || answers().stream().filter(other -> fraction(other) > 0).count() > 1;
        return formulas.asked(question, answer, text, choice).map(Kind.class::cast);
    }

    private List<Element> answers() {
        return question.all("answer").stream()
                .filter(answer -> answer.child("answertext").isPresent())
                .toList();
    }

    private double fraction(Element answer) {
        return number(answer.textOf("fraction")).orElse(0.0);
    }

    private String setting(String name) {
        return question.all(name).stream().map(Element::text).findFirst().orElse("");
    }

    private Optional<Kind> kind(String type) {
        return switch (type) {
            case "multichoice" -> choice();
            case "truefalse" -> judgement();
            case "shortanswer" -> words();
            case "numerical" -> numerical();
            case "match" -> matching();
            case "essay" -> Optional.of(new Essay());
            default -> Optional.empty();
        };
    }

    /** Where one answer is right the best is; where several are, all that earn something. */
    private Optional<Kind> choice() {
        boolean several = setting("single").equals("0");
        List<Option> options = new ArrayList<>();
        for (Element answer : answers()) {
            double fraction = fraction(answer);
            boolean correct = several ? fraction > 0 : fraction >= ALL;
            partly |= !several && fraction > 0 && fraction < ALL;
            options.add(new Option(
                    backup.markdown(renamed(answer), "answertext", path, targets),
                    correct,
                    backup.markdown(answer, "feedback", path, targets)));
        }
        boolean fits = options.size() >= 2
                && options.size() <= MOST_OPTIONS
                && options.stream().noneMatch(option -> option.text().isBlank());
        return fits ? Optional.of(new Choice(several, options)) : Optional.empty();
    }

    /** The format of an answer stands in {@code answerformat}. */
    private static Element renamed(Element answer) {
        List<org.collegium.source.XmlNode> content = new ArrayList<>(answer.content());
        answer.child("answerformat")
                .ifPresent(format -> content.add(
                        new Element("answertextformat", format.attributes(), format.content(), format.place())));
        return new Element(answer.name(), answer.attributes(), content, answer.place());
    }

    private Optional<Kind> judgement() {
        String right = setting("trueanswer");
        return answers().stream()
                .filter(answer -> answer.attribute("id").equals(right))
                .findFirst()
                .map(answer -> new Judgement(Optional.of(fraction(answer) > 0)));
    }

    private Optional<Kind> words() {
        List<String> accepted = new ArrayList<>();
        for (Element answer : answers()) {
            String text = Backup.said(answer, "answertext");
            boolean pattern = text.contains("*");
            if (fraction(answer) >= ALL && !pattern && !text.isBlank() && text.length() <= LONGEST_WORDS) {
                accepted.add(text);
            } else {
                partly |= fraction(answer) > 0;
            }
        }
        return accepted.isEmpty() || accepted.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(new Words(accepted, setting("usecase").equals("1")));
    }

    private Optional<Kind> numerical() {
        List<Element> right =
                answers().stream().filter(answer -> fraction(answer) >= ALL).toList();
        partly |= answers().stream().filter(answer -> fraction(answer) > 0).count() > 1;
        return right.stream().findFirst().flatMap(answer -> {
            double tolerance = question.all("numerical_record").stream()
                    .filter(record -> record.textOf("answer").equals(answer.attribute("id")))
                    .flatMap(record -> number(record.textOf("tolerance")).stream())
                    .filter(value -> value >= 0)
                    .findFirst()
                    .orElse(0.0);
            return number(Backup.said(answer, "answertext"))
                    .map(value -> new QuizQuestion.Numeric(Optional.of(value), tolerance));
        });
    }

    private Optional<Kind> matching() {
        List<String> options = new ArrayList<>();
        List<Prompt> prompts = new ArrayList<>();
        for (Element match : question.all("match")) {
            String text = org.collegium.content.MarkdownText.ofLines(Backup.said(match, "answertext"));
            if (text.isBlank()) {
                continue;
            }
            if (!options.contains(text)) {
                options.add(text);
            }
            String prompt = backup.markdown(match, "questiontext", path, targets);
            if (!prompt.isBlank()) {
                prompts.add(new Prompt(prompt, Optional.of(options.indexOf(text))));
            }
        }
        boolean fits = options.size() >= 2
                && options.size() <= MOST_OPTIONS
                && prompts.size() >= 2
                && prompts.size() <= MOST_OPTIONS;
        return fits ? Optional.of(new Matching(prompts, options)) : Optional.empty();
    }
}
