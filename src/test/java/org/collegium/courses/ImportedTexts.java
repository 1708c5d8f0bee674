package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Notebook;
import org.collegium.content.NotebookReader;
import org.collegium.content.NotebookReading;
import org.collegium.content.NotebookRenderer;
import org.collegium.content.RenderedText;
import org.collegium.content.TextFault;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;

/** Renders everything that an import brought, as a learner would see it, and looks for what should not be seen. */
final class ImportedTexts {

    /** Marks of the formats that courses come in; none of them means anything to a reader. */
    private static final Pattern MARKS = Pattern.compile(":::|```|~~~|\\$\\$|\\\\\\(|\\\\\\[|\\\\begin\\{|\\\\end\\{"
            + "|\\{(?:[a-z-]++}`|admonition|note|tip|math|ref|doc|figure|alt=|:|#\\w|\\.[a-z])|\\[\\[|]]|]\\(|!\\[|\\[\\^"
            + "|\\{%|%}|@@PLUGINFILE|\\$@[A-Z]|\\$IMS[-_]CC|\\$WIKI_|\\$CANVAS_|%24[A-Z]"
            + "|\\*\\*|\\*\\p{L}[^*\\n]{0,80}[:.!?,]\\*|__[A-Za-z]|(?m:^\\s*+#{1,6} |^\\([\\w-]++\\)=|^\\|?+\\s*+:?-{3,}+:?\\s*+\\||^---$|^\\+\\+\\+)|<!--|-->"
            + "|</?(?:p|div|span|b|i|strong|em|br|img|a|quiz|iframe|problem|html|table|details|summary|center|sup|sub|h[1-6]|video|audio|script|style)\\b[^>]*>"
            + "|&(?:nbsp|amp|lt|gt|quot|#\\d++);|\\[object Object]|null\\b(?=\\s*$)");

    private static final Set<String> LEADS_NOWHERE =
            Set.of("link-broken", "image-missing", "download-missing", "doc-missing", "ref-missing");

    private final Accepted outcome;
    private final List<String> seen = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private int nowhere;
    private int texts;

    private ImportedTexts(Accepted outcome) {
        this.outcome = outcome;
    }

    /** How many texts were rendered, which marks were seen in them, and how many references lead nowhere. */
    record Seen(int texts, List<String> marks, int nowhere) {}

    static Seen of(Accepted outcome) {
        ImportedTexts all = new ImportedTexts(outcome);
        outcome.manifest().units().forEach(all::unit);
        return new Seen(all.texts, all.seen, all.nowhere);
    }

    /** Nothing raw is seen, and each reference that leads nowhere is in the report. */
    static void assertReadable(Accepted outcome, int leastTexts) {
        Seen seen = of(outcome);
        assertThat(seen.texts()).isGreaterThanOrEqualTo(leastTexts);
        assertThat(seen.marks()).isEmpty();
        assertThat(seen.nowhere()).isEqualTo((int) Stream.of(
                        "link-missing",
                        "link-missing-like",
                        "link-leaves",
                        "link-leaves-like",
                        "link-folder",
                        "label-missing")
                .mapToLong(code -> ImportFixtures.faults(outcome, code).size())
                .sum());
    }

    /** The HTML of each text, as it is sent. */
    static List<String> pages(Accepted outcome) {
        ImportedTexts all = new ImportedTexts(outcome);
        outcome.manifest().units().forEach(all::unit);
        return all.pages;
    }

    private void unit(CourseUnit unit) {
        SourceFile file = Optional.ofNullable(outcome.files().get(unit.file())).orElseThrow();
        LinkResolver links =
                new CourseLinks(outcome.manifest(), unit.file(), other -> Optional.of("/units/" + other.key()));
        switch (unit.kind()) {
            case "lesson" -> look(unit, new LessonRenderer().render(text(file), links));
            case "notebook" -> look(unit, new NotebookRenderer().render(notebook(file), links));
            default -> YamlSource.read(file, new FaultList()).ifPresent(yaml -> fields(unit, yaml.root(), links));
        }
    }

    private void fields(CourseUnit unit, JsonNode node, LinkResolver links) {
        node.properties().forEach(field -> {
            boolean markdown = Set.of("intro", "stem", "text", "explanation", "feedback", "correct", "incorrect")
                    .contains(field.getKey());
            if (markdown && field.getValue().isString()) {
                look(unit, new LessonRenderer().render(field.getValue().stringValue(), links));
            }
        });
        node.valueStream().forEach(value -> fields(unit, value, links));
    }

    private void look(CourseUnit unit, RenderedText text) {
        texts++;
        pages.add(text.html());
        Document page = Jsoup.parseBodyFragment(text.html());
        page.select("pre, code, .math, .cell-output").remove();
        MARKS.matcher(page.body().wholeText())
                .results()
                .map(found -> unit.file() + ": " + around(page.body().wholeText(), found))
                .forEach(seen::add);
        nowhere += (int) text.faults().stream()
                .map(TextFault::code)
                .filter(LEADS_NOWHERE::contains)
                .count();
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(0, found.start() - 30), Math.min(text.length(), found.end() + 30))
                .replace('\n', ' ');
    }

    private static Notebook notebook(SourceFile file) {
        return switch (new NotebookReader().read(file.path(), text(file))) {
            case NotebookReading.Read(Notebook notebook) -> notebook;
            case NotebookReading.Refused(TextFault fault) -> throw new AssertionError(file + ": " + fault);
        };
    }

    private static String text(SourceFile file) {
        return file.text(new FaultList()).orElseThrow();
    }
}
