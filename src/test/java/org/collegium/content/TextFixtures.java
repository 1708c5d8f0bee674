package org.collegium.content;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Markdown;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Texts rendered for tests, with a resolver that finds every file of a course. */
final class TextFixtures {

    static final LinkResolver EVERYTHING_EXISTS = reference -> reference.external()
            ? Optional.empty()
            : Optional.of(LinkTarget.of("/files/" + reference.path().replaceAll("^(\\.\\./|/)+", "")));

    private TextFixtures() {}

    static RenderedText render(String... lines) {
        return new LessonRenderer().render(String.join("\n", lines), EVERYTHING_EXISTS);
    }

    /** What the writers make of a text, before the sanitiser has seen it. */
    static String unsanitised(String text) {
        FrontMatter read = FrontMatter.of(text);
        Node document = Markdown.parse(read.body());
        TextSurvey survey = new TextSurvey(read.title());
        survey.read(document, Origin.FILE);
        TextWriting writing = TextWriting.begin(survey, EVERYTHING_EXISTS, new Faults(), Locale.ENGLISH);
        new ProseWriter(writing, Origin.FILE).write(document);
        return writing.out().toString();
    }

    static Document html(RenderedText text) {
        return Jsoup.parseBodyFragment(text.html());
    }

    static Document html(String... lines) {
        return html(render(lines));
    }

    static Element first(Document document, String selector) {
        Element element = document.selectFirst(selector);
        if (element == null) {
            throw new AssertionError("no " + selector + " in " + document.body().html());
        }
        return element;
    }

    /** What a reader sees, code and formulas left out. */
    static String visibleProse(Document document) {
        Document copy = document.clone();
        copy.select("pre, code, .math").remove();
        return copy.body().wholeText();
    }

    /** Where real courses are, if there are any. */
    static Path corpus() {
        String given = System.getenv("COLLEGIUM_CORPUS");
        return Path.of(given == null ? "../shared/corpus" : given);
    }
}
