package org.collegium.content;

import java.util.Locale;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Markdown;
import org.commonmark.node.Node;
import org.springframework.stereotype.Component;

/** Renders lesson text to safe HTML. */
@Component
public class LessonRenderer {

    /** Changes whenever the same text may be rendered differently, so that nothing stale is shown. */
    public static final int VERSION = 1;

    static final int LONGEST = 2_000_000;

    /** Renders a text in English; see {@link #render(String, LinkResolver, Locale)}. */
    public RenderedText render(String markdown, LinkResolver links) {
        return render(markdown, links, Locale.ENGLISH);
    }

    /**
     * Renders a text.
     *
     * @param markdown the text with or without front matter; what goes beyond two million characters is left out and
     *     reported
     * @param links where its references lead
     * @param language of the text, for the few words that are added, such as the titles of callouts
     */
    public RenderedText render(String markdown, LinkResolver links, Locale language) {
        Faults faults = new Faults();
        FrontMatter text = FrontMatter.of(limited(markdown, faults));
        if (!text.problem().isEmpty()) {
            faults.add(Origin.FILE.at(0, 0), "front-matter", text.problem());
        }
        Node document = Markdown.parse(text.body());
        TextSurvey survey = new TextSurvey(text.title());
        survey.read(document, Origin.FILE);
        TextWriting writing = TextWriting.begin(survey, links, faults, language);
        new ProseWriter(writing, Origin.FILE).write(document);
        String html = Sanitiser.clean(writing.out().toString());
        return new RenderedText(html, survey.title(), survey.facts(), faults.inOrder());
    }

    /** Counts what is in a text, and finds its headings and references, without rendering it. */
    public TextFacts inspect(String markdown) {
        FrontMatter text = FrontMatter.of(limited(markdown, new Faults()));
        TextSurvey survey = new TextSurvey(text.title());
        survey.read(Markdown.parse(text.body()), Origin.FILE);
        return survey.facts();
    }

    /** Finds what is checked in a text, without rendering it. */
    public TextParts parts(String markdown) {
        PartsSurvey survey = new PartsSurvey();
        survey.read(
                Markdown.parse(FrontMatter.of(limited(markdown, new Faults())).body()), Origin.FILE);
        return survey.parts();
    }

    private static String limited(String markdown, Faults faults) {
        if (markdown.length() <= LONGEST) {
            return markdown;
        }
        faults.add(Origin.FILE.at((int) markdown.substring(0, LONGEST).lines().count() - 1, 0), "too-long", LONGEST);
        return markdown.substring(0, LONGEST);
    }
}
