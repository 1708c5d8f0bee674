package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.imports.Keys;
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
import org.collegium.source.XmlNode.Element;

/** An item of QTI 1.2, as Common Cartridge profiles it and as Canvas goes beyond that. */
final class QtiQuestion {

    private static final int MOST_OPTIONS = 12;
    private static final int MOST_GAPS = 20;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_TITLE = 80;
    private static final double MOST_POINTS = 1_000;
    private static final Map<String, String> PROFILES = Map.of(
            "cc.multiple_choice.v0p1", "multiple_choice",
            "cc.multiple_response.v0p1", "multiple_answers",
            "cc.true_false.v0p1", "true_false",
            "cc.fib.v0p1", "short_answer",
            "cc.pattern_match.v0p1", "pattern_match",
            "cc.essay.v0p1", "essay");

    private final Element item;
    private final QtiTexts texts;
    private final QtiScores scores;
    private final List<String> notes = new ArrayList<>();

    QtiQuestion(Element item, String path, Resources resources) {
        this.item = item;
        this.texts = new QtiTexts(item, path, resources);
        this.scores = new QtiScores(item);
    }

    /**
     * What became of it.
     *
     * @param reason why there is no question
     * @param notes codes of faults
     */
    record Read(Optional<QuizQuestion> question, String reason, List<String> notes) {}

    /** A question that cannot be asked here. */
    private static final class Unfit extends Exception {
        Unfit(String reason) {
            super(reason);
        }
    }

    String kind() {
        String canvas = QtiFields.field(item, "question_type");
        if (!canvas.isEmpty()) {
            return canvas.replaceFirst("_question$", "");
        }
        String profile = QtiFields.field(item, "cc_profile");
        return PROFILES.getOrDefault(profile.toLowerCase(java.util.Locale.ROOT), profile);
    }

    /** What it asks, in Markdown. */
    String stem() {
        return texts.stem();
    }

    /** Its first words, for people. */
    String words() {
        String words = Prose.plain(stem());
        String shown = words.isEmpty() ? item.attribute("title") : words;
        return Prose.shortened(shown, LONGEST_TITLE);
    }

    Read read(double pointsOfSection) {
        try {
            String stem = stem();
            QuizQuestion question = switch (kind()) {
                case "fill_in_multiple_blanks" -> gaps(stem, false);
                case "multiple_dropdowns" -> gaps(stem, true);
                case "calculated" -> question(Calculated.stem(item, stem), calculated());
                default -> question(stem, plain());
            };
            return new Read(Optional.of(withPoints(question, pointsOfSection)), "", notes);
        } catch (Unfit unfit) {
            return new Read(Optional.empty(), String.valueOf(unfit.getMessage()), notes);
        }
    }

    /** How many pieces of its feedback no question here has, once it was read. */
    int unsaid() {
        return texts.unsaid();
    }

    private Kind plain() throws Unfit {
        return switch (kind()) {
            case "multiple_choice" -> choice(false);
            case "multiple_answers" -> choice(true);
            case "true_false" -> trueFalse();
            case "short_answer" -> words(scores.right(""), scores.caseSensitive());
            case "pattern_match" -> {
                notes.add("quiz-pattern");
                yield words(scores.right(""), scores.caseSensitive());
            }
            case "numerical" -> numerical();
            case "matching" -> matching();
            case "essay" -> new Essay();
            default -> throw new Unfit("kind");
        };
    }

    private QuizQuestion question(String stem, Kind kind) throws Unfit {
        if (stem.isBlank()) {
            throw new Unfit("text");
        }
        Feedback feedback = kind instanceof Choice || kind instanceof Cloze || kind instanceof Essay
                ? Feedback.NONE
                : new Feedback(right(), texts.feedback("general_incorrect_fb"));
        return new QuizQuestion(item.place(), words(), stem, 1, texts.feedback("general_fb"), feedback, kind);
    }

    private QuizQuestion withPoints(QuizQuestion question, double pointsOfSection) {
        double own = QtiFields.number(QtiFields.field(item, "points_possible"))
                .or(() -> QtiFields.number(QtiFields.field(item, "cc_weighting")))
                .orElse(pointsOfSection);
        double points = own > 0 && own <= MOST_POINTS ? own : 1;
        return new QuizQuestion(
                question.at(),
                question.words(),
                question.stem(),
                points,
                question.explanation(),
                question.feedback(),
                question.kind());
    }

    private List<Element> responses(String name) {
        return texts.presentation().map(found -> found.all(name)).orElse(List.of());
    }

    private Choice choice(boolean several) throws Unfit {
        List<Element> labels = responses("response_label");
        List<String> right = scores.right("");
        List<Option> options = new ArrayList<>();
        for (Element label : labels) {
            String identifier = label.attribute("ident");
            boolean correct = right.contains(identifier);
            String own = texts.feedback(scores.feedback(identifier).orElse(identifier + "_fb"));
            String all = correct ? right() : texts.feedback("general_incorrect_fb");
            String text = texts.label(label);
            if (text.isBlank()) {
                throw new Unfit("option");
            }
            options.add(new Option(text, correct, joined(own, all)));
        }
        counted(options.size());
        return new Choice(several, options);
    }

    private static String joined(String own, String all) {
        return own.isEmpty() || own.equals(all) ? all : all.isEmpty() ? own : own + "\n\n" + all;
    }

    /** What is said to right answers. */
    private String right() {
        String usual = texts.feedback("correct_fb");
        return usual.isEmpty() ? scores.feedback().map(texts::feedback).orElse("") : usual;
    }

    private static void counted(int options) throws Unfit {
        if (options < 2 || options > MOST_OPTIONS) {
            throw new Unfit("options: " + options);
        }
    }

    private Kind trueFalse() throws Unfit {
        List<Element> labels = responses("response_label");
        List<String> right = scores.right("");
        Optional<Boolean> answer = Optional.empty();
        for (Element label : labels) {
            String text = texts.label(label).strip();
            boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            if (!known || labels.size() != 2) {
                return choice(false);
            }
            if (right.contains(label.attribute("ident"))) {
                answer = Optional.of(text.equalsIgnoreCase("true"));
            }
        }
        return labels.isEmpty() ? choice(false) : new Judgement(answer);
    }

    private static Words words(List<String> accepted, boolean caseSensitive) throws Unfit {
        List<String> texts = accepted.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (texts.size() > MOST_WORDS || texts.stream().anyMatch(text -> text.length() > LONGEST_WORDS)) {
            throw new Unfit("answers: " + texts.size());
        }
        return new Words(texts, caseSensitive);
    }

    private Kind numerical() throws Unfit {
        List<QtiScores.Range> ranges = scores.ranges();
        if (ranges.size() > 1) {
            notes.add("quiz-numbers");
        }
        if (ranges.isEmpty()) {
            throw new Unfit("number");
        }
        QtiScores.Range first = ranges.getFirst();
        return new QuizQuestion.Numeric(Optional.of(first.value()), first.tolerance());
    }

    private Kind matching() throws Unfit {
        List<Element> responses = responses("response_lid");
        List<String> identifiers = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (Element label : responses.stream()
                .flatMap(response -> response.all("response_label").stream())
                .toList()) {
            if (!identifiers.contains(label.attribute("ident"))) {
                identifiers.add(label.attribute("ident"));
                options.add(texts.label(label));
            }
        }
        List<Prompt> prompts = new ArrayList<>();
        for (Element response : responses) {
            List<String> right = scores.right(response.attribute("ident"));
            String text = texts.joined(response.children("material"));
            if (text.isBlank()) {
                throw new Unfit("prompt");
            }
            prompts.add(new Prompt(
                    text,
                    right.stream().map(identifiers::indexOf).filter(i -> i >= 0).findFirst()));
        }
        counted(options.size());
        counted(prompts.size());
        return new Matching(prompts, options);
    }

    private QuizQuestion gaps(String stem, boolean choices) throws Unfit {
        Keys keys = new Keys();
        List<Gap> gaps = new ArrayList<>();
        String text = stem.replace("{{", "{ {");
        for (Element response : responses("response_lid")) {
            String name =
                    response.child("material").map(Element::text).orElse("").strip();
            String mark = "[" + name + "]";
            if (name.isEmpty() || !text.contains(mark) || text.indexOf(mark) != text.lastIndexOf(mark)) {
                throw new Unfit("gap: " + name);
            }
            String key = keys.unique(name);
            text = text.replace(mark, "{{" + key + "}}");
            gaps.add(new Gap(key, choices ? dropdown(response) : blank(response)));
        }
        if (gaps.isEmpty() || gaps.size() > MOST_GAPS) {
            throw new Unfit("gaps: " + gaps.size());
        }
        return question(text, new Cloze(gaps));
    }

    private Kind dropdown(Element response) throws Unfit {
        List<String> right = scores.right(response.attribute("ident"));
        List<Option> options = new ArrayList<>();
        for (Element label : response.all("response_label")) {
            options.add(new Option(texts.label(label), right.contains(label.attribute("ident")), ""));
        }
        counted(options.size());
        return new Choice(false, options);
    }

    /** The labels of a blank are the answers that are right there. */
    private Kind blank(Element response) throws Unfit {
        return words(response.all("response_label").stream().map(Element::text).toList(), false);
    }

    private Kind calculated() throws Unfit {
        Calculated.Found found = Calculated.of(item);
        if (found.formula().isEmpty()) {
            throw new Unfit(found.reason());
        }
        return found.formula().get();
    }
}
