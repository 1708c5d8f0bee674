package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.PageLines;
import org.collegium.courses.imports.PageLines.Piece;
import org.collegium.courses.imports.Prose;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;

/**
 * A page of questions: {@code {admonition} Question} with the options as a list of {@code a) …}. What stands between the
 * questions belongs to the one behind it; what stands before the first and after the last introduces the quiz.
 */
final class QuizPage {

    private static final Pattern QUESTION = Pattern.compile("(?i)questions?(?:\\s+[0-9.]+)?:?");
    private static final Pattern OPTION = Pattern.compile("^ {0,3}[-*+][ \\t]+\\(?([a-z])[).][ \\t]+(.*)$");
    private static final Pattern SINGLE = Pattern.compile("(?i)[_*]*select (?:a|one) (?:single |right )?answer[_*.]*");
    private static final Pattern ALL = Pattern.compile("(?i)[_*]*select all (?:the )?(?:answers )?that apply[_*.]*");
    private static final Pattern HEADING = Pattern.compile("^#[ \\t]++(.*+)$");
    private static final Pattern BREAK = Pattern.compile("^\\+\\+\\+.*$");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:`{3,}|~{3,}).*$");

    private static final int LONGEST_WORDS = 1_000;

    private final SourceFile file;
    private final FaultSink faults;
    private final List<BookQuestion> questions = new ArrayList<>();
    private final List<Line> intro = new ArrayList<>();
    private List<Line> waiting = new ArrayList<>();
    private String title = "";

    private QuizPage(SourceFile file, FaultSink faults) {
        this.file = file;
        this.faults = faults;
    }

    /** A line of the page, with its number from 1. */
    record Line(String text, int number) {}

    /** An option: its letter and its lines. */
    record BookOption(String letter, List<Line> lines) {}

    /** A question as the page has it. */
    record BookQuestion(int line, String words, List<Line> stem, List<BookOption> options, Optional<Boolean> single) {}

    /** What is on the page. */
    record Questions(String title, List<Line> intro, List<BookQuestion> questions) {}

    /** The questions of a page; empty when it has none. */
    static Optional<Questions> read(SourceFile file, String text, FaultSink faults) {
        List<Piece> pieces = PageLines.cut(text.lines().toList());
        if (pieces.stream().noneMatch(QuizPage::isQuestion)) {
            return Optional.empty();
        }
        QuizPage page = new QuizPage(file, faults);
        pieces.forEach(page::take);
        page.close();
        return Optional.of(new Questions(page.title, page.intro, page.questions));
    }

    private static boolean isQuestion(Piece piece) {
        return piece.directive().equals("admonition")
                && QUESTION.matcher(piece.argument()).matches()
                && piece.lines().stream()
                                .filter(line -> OPTION.matcher(line).matches())
                                .count()
                        >= 2;
    }

    private void take(Piece piece) {
        if (isQuestion(piece)) {
            question(piece);
        } else if (piece.fenced() && !piece.directive().isEmpty()) {
            waiting.addAll(directive(piece));
        } else {
            for (int i = 0; i < piece.lines().size(); i++) {
                outside(piece.lines().get(i), piece.first() + i, piece.fenced());
            }
        }
    }

    private void outside(String text, int number, boolean code) {
        Matcher heading = HEADING.matcher(text);
        Optional<Boolean> choice = code ? Optional.empty() : choice(text);
        if (!code && title.isEmpty() && heading.matches()) {
            title = Prose.heading(heading.group(1));
        } else if (choice.isPresent() && !questions.isEmpty()) {
            BookQuestion last = questions.removeLast();
            questions.add(new BookQuestion(last.line(), last.words(), last.stem(), last.options(), choice));
        } else if (code || !BREAK.matcher(text).matches()) {
            waiting.add(new Line(text, number));
        }
    }

    /** A directive that is no question, with its fences again, long enough for what is inside. */
    private static List<Line> directive(Piece piece) {
        int longest = piece.lines().stream()
                .mapToInt(line ->
                        line.length() - line.replaceAll("^\\s*[`:~]+", "").length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(fence + "{" + piece.directive() + "} " + piece.argument(), piece.first()));
        for (int i = 0; i < piece.lines().size(); i++) {
            lines.add(new Line(piece.lines().get(i), piece.firstLine() + i));
        }
        lines.add(new Line(fence, piece.firstLine() + piece.lines().size()));
        return lines;
    }

    private void question(Piece piece) {
        List<Line> before = new ArrayList<>();
        List<BookOption> options = new ArrayList<>();
        List<Line> after = new ArrayList<>();
        Optional<Boolean> single = Optional.empty();
        boolean code = false;
        boolean blank = false;
        for (int i = 0; i < piece.lines().size(); i++) {
            Line line = new Line(piece.lines().get(i), piece.firstLine() + i);
            code ^= FENCE.matcher(line.text()).matches();
            Matcher option = OPTION.matcher(line.text());
            Optional<Boolean> choice = choice(line.text());
            if (choice.isPresent() && !code) {
                single = choice;
            } else if (option.matches() && !code && after.isEmpty() && follows(options, option.group(1))) {
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(option.group(2), line.number()));
                options.add(new BookOption(option.group(1), lines));
            } else if (options.isEmpty()) {
                before.add(line);
            } else if (after.isEmpty() && (!blank || line.text().startsWith("  ")) && single.isEmpty()) {
                options.getLast().lines().add(new Line(line.text().strip(), line.number()));
            } else {
                after.add(line);
            }
            blank = line.text().isBlank();
        }
        String words = words(before);
        List<Line> stem = waiting;
        if (questions.isEmpty()) {
            intro.addAll(waiting);
            stem = new ArrayList<>();
        }
        append(stem, before);
        append(stem, after);
        waiting = new ArrayList<>();
        questions.add(new BookQuestion(piece.first(), words, stem, options, single));
    }

    /** The prose of a question, without code and without the addresses of links. */
    private static String words(List<Line> lines) {
        String text = PageLines.cut(lines.stream().map(Line::text).toList()).stream()
                .filter(piece -> !piece.fenced())
                .flatMap(piece -> piece.lines().stream())
                .reduce("", (a, b) -> a + " " + b);
        return text.substring(0, Math.min(text.length(), LONGEST_WORDS)).replaceAll("]\\([^)]*\\)", "");
    }

    private static boolean follows(List<BookOption> options, String letter) {
        return letter.charAt(0)
                == (options.isEmpty() ? 'a' : options.getLast().letter().charAt(0) + 1);
    }

    private static Optional<Boolean> choice(String line) {
        String text = line.strip();
        if (SINGLE.matcher(text).matches()) {
            return Optional.of(true);
        }
        return ALL.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }

    private static void append(List<Line> lines, List<Line> more) {
        if (lines.stream().anyMatch(line -> !line.text().isBlank())
                && more.stream().anyMatch(line -> !line.text().isBlank())) {
            lines.add(new Line("", more.getFirst().number()));
        }
        lines.addAll(more);
    }

    private void close() {
        if (waiting.stream().anyMatch(line -> !line.text().isBlank())) {
            int first = waiting.stream()
                    .filter(line -> !line.text().isBlank())
                    .findFirst()
                    .orElseThrow()
                    .number();
            faults.note(file.place(first, 1), "quiz-closing-moved");
            append(intro, waiting);
        }
    }
}
