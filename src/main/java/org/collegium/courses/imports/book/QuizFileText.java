package org.collegium.courses.imports.book;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.book.QuizPage.BookOption;
import org.collegium.courses.imports.book.QuizPage.BookQuestion;
import org.collegium.courses.imports.book.QuizPage.Line;
import org.collegium.courses.imports.book.QuizPage.Questions;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlWriter;

/** Writes the questions of a page as a quiz of our own format, version 1; none of them says what is right. */
final class QuizFileText {

    private static final int WORDS = 8;
    private static final int MOST_OPTIONS = 12;

    private final SourceFile page;
    private final FaultSink faults;
    private final YamlWriter yaml = new YamlWriter();
    private final Keys keys = new Keys();

    QuizFileText(SourceFile page, FaultSink faults) {
        this.page = page;
        this.faults = faults;
    }

    SourceFile file(String path, Questions questions, String otherTitle) {
        yaml.from(page.place(1, 1));
        yaml.field("format", "collegium-quiz/1");
        yaml.field("title", questions.title().isEmpty() ? otherTitle : questions.title());
        lines("intro", questions.intro());
        yaml.begin("questions");
        questions.questions().forEach(this::question);
        return yaml.file(path);
    }

    private void question(BookQuestion question) {
        Place at = page.place(question.line(), 1);
        if (question.single().isEmpty()) {
            faults.warning(at, "quiz-type-unknown");
        }
        if (question.options().size() > MOST_OPTIONS) {
            faults.error(at, "quiz-many-options", MOST_OPTIONS);
        }
        yaml.from(at).item().field("key", keys.unique("q " + firstWords(question.words())));
        yaml.field("type", question.single().filter(single -> single).isPresent() ? "single" : "multiple");
        lines("stem", question.stem());
        yaml.begin("options");
        for (BookOption option : question.options()) {
            yaml.from(page.place(option.lines().getFirst().number(), 1)).item().field("key", option.letter());
            lines("text", option.lines());
            yaml.end();
        }
        yaml.end().end();
    }

    private static String firstWords(String text) {
        return String.join(
                " ", List.of(text.strip().split("\\s+")).stream().limit(WORDS).toList());
    }

    private void lines(String name, List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).text().isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        List<Line> kept = lines.subList(from, to);
        Optional<Line> first = kept.stream().findFirst();
        if (first.isPresent()) {
            yaml.field(
                    name,
                    kept.stream().map(line -> line.text().stripTrailing()).toList(),
                    kept.stream().map(line -> page.place(line.number(), 1)).toList());
        } else if (name.equals("stem")) {
            yaml.field(name, "…");
        }
    }
}
