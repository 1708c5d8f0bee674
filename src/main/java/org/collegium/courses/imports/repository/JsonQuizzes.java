package org.collegium.courses.imports.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizText;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.JsonSource;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.YamlDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The quizzes of a repository in JSON, as the quiz application of several of Microsoft's curricula reads them:
 * {@code quizzes} with {@code id}, {@code title} and a list {@code quiz} of {@code questionText} and
 * {@code answerOptions}, each with {@code answerText} and {@code isCorrect}.
 */
final class JsonQuizzes {

    private static final int LARGEST = 5_000_000;
    private static final String MARK = "\"answerOptions\"";
    private static final int MOST_QUESTIONS = 200;
    private static final int MOST_OPTIONS = 12;
    private static final int LONGEST = 5_000;

    private final FaultSink faults;
    private final Map<Integer, JsonQuiz> byNumber = new TreeMap<>();
    private final Set<String> unusedFields = new TreeSet<>();
    private @Nullable Place unusedAt;
    private int unnumbered = -1;

    private JsonQuizzes(FaultSink faults) {
        this.faults = faults;
    }

    /** A quiz. */
    record JsonQuiz(String title, SourceFile file, String group) {

        /** Whether it is meant to be taken before the lesson. */
        boolean before() {
            return title.matches("(?is).*\\bpre[ -]?(lecture[ -]?)?(quiz|test|check)\\b.*");
        }

        /** What it is about, without the word for when it is taken. */
        String subject() {
            return title.replaceFirst("(?i)\\s*[:-]?\\s*(pre|post)[ -]?(lecture)?[ -]?(quiz|test)?\\s*$", "");
        }
    }

    static JsonQuizzes read(SourceTree tree, FaultSink faults) {
        JsonQuizzes quizzes = new JsonQuizzes(faults);
        for (SourceFile file : tree.files().values()) {
            if (SourcePaths.extension(file.path()).equals("json") && file.size() <= LARGEST) {
                file.text(new FaultList()).filter(text -> text.contains(MARK)).ifPresent(_ -> quizzes.file(file));
            }
        }
        quizzes.noteUnused();
        return quizzes;
    }

    private void noteUnused() {
        if (unusedAt != null) {
            faults.note(unusedAt, "repository-quiz-fields", String.join(", ", unusedFields));
        }
    }

    /** The quizzes by their numbers; those without one have negative numbers. */
    Map<Integer, JsonQuiz> all() {
        return byNumber;
    }

    Optional<SourceFile> file(int number) {
        return Optional.ofNullable(byNumber.get(number)).map(JsonQuiz::file);
    }

    Collection<SourceFile> files() {
        return byNumber.values().stream().map(JsonQuiz::file).toList();
    }

    private void file(SourceFile file) {
        FaultList found = new FaultList();
        Optional<YamlDocument> json = JsonSource.read(file, found);
        if (json.isEmpty()) {
            String reason =
                    found.faults().isEmpty() ? "" : found.faults().getFirst().reason();
            faults.warning(file.place(), "repository-quiz-unreadable", file.path(), reason);
            return;
        }
        JsonNode root = json.get().root();
        if (root.isArray()) {
            for (int i = 0; i < root.size(); i++) {
                group(json.get(), "/" + i, file);
            }
        } else {
            group(json.get(), "", file);
        }
    }

    private void group(YamlDocument json, String at, SourceFile file) {
        JsonNode group = json.at(at);
        JsonNode all = group.path("quizzes");
        List<String> unused = group.propertyNames().stream()
                .filter(name -> !name.equals("quizzes") && !name.equals("title"))
                .sorted()
                .toList();
        if (all.isArray() && !unused.isEmpty()) {
            unusedAt = unusedAt == null ? json.place(at) : unusedAt;
            unusedFields.addAll(unused);
        }
        for (int i = 0; i < all.size(); i++) {
            quiz(json, at + "/quizzes/" + i, file);
        }
        if (!all.isArray()) {
            faults.warning(json.place(at), "repository-quiz-unreadable", file.path(), "quizzes");
        }
    }

    private void quiz(YamlDocument json, String at, SourceFile file) {
        JsonNode quiz = json.at(at);
        String title = quiz.path("title").asString("").strip().replaceAll("\\s++", " ");
        List<QuizQuestion> questions = new ArrayList<>();
        for (int i = 0; i < quiz.path("quiz").size(); i++) {
            question(json, at + "/quiz/" + i).ifPresent(questions::add);
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            faults.warning(json.place(at), "repository-quiz-size", title, questions.size(), MOST_QUESTIONS);
            return;
        }
        JsonNode id = quiz.path("id");
        int number = id.canConvertToInt() && id.asInt() >= 0 ? id.asInt() : unnumbered--;
        if (byNumber.containsKey(number)) {
            faults.warning(json.place(at + "/id"), "repository-quiz-twice", number);
            number = unnumbered--;
        }
        String stem = SourcePaths.join(SourcePaths.folder(file.path()), SourcePaths.stem(file.path()));
        String name = title.isEmpty() ? PageNames.words(SourcePaths.stem(file.path())) : title;
        String path = stem + "-" + (number < 0 ? "x" + -number : number) + ".yaml";
        SourceFile written = QuizText.file(path, json.place(at), QuizText.Settings.titled(name), questions);
        byNumber.put(number, new JsonQuiz(name, written, SourcePaths.stem(file.path())));
    }

    private Optional<QuizQuestion> question(YamlDocument json, String at) {
        JsonNode question = json.at(at);
        String asked = question.path("questionText").asString("").strip();
        List<QuizQuestion.Option> options = new ArrayList<>();
        for (JsonNode option : question.path("answerOptions")) {
            String text = option.path("answerText").asString("").strip();
            boolean correct = option.path("isCorrect").asBoolean(false)
                    || option.path("isCorrect").asString("").equalsIgnoreCase("true");
            options.add(new QuizQuestion.Option(MarkdownText.ofLines(text), correct, ""));
        }
        boolean fits = !asked.isEmpty()
                && options.size() >= 2
                && options.size() <= MOST_OPTIONS
                && options.stream()
                        .allMatch(option ->
                                !option.text().isEmpty() && option.text().length() <= LONGEST);
        if (!fits) {
            faults.warning(json.place(at), "repository-question", asked.isEmpty() ? at : asked, MOST_OPTIONS);
            return Optional.empty();
        }
        boolean several = options.stream().filter(QuizQuestion.Option::correct).count() > 1;
        return Optional.of(new QuizQuestion(
                json.place(at),
                asked,
                MarkdownText.ofLines(asked),
                1,
                "",
                QuizQuestion.Feedback.NONE,
                new QuizQuestion.Choice(several, options)));
    }
}
