package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.content.TextFixtures.first;
import static org.collegium.content.TextFixtures.html;
import static org.collegium.content.TextFixtures.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LessonRendererTests {

    @Test
    void theFirstHeadingIsTheTitleAndIsNotRendered() {
        RenderedText text = render("# What is a *model*?", "", "Text.");

        assertThat(text.title()).isEqualTo("What is a model?");
        assertThat(text.html()).isEqualToIgnoringNewLines("<p>Text.</p>");
        assertThat(text.facts().headings()).isEmpty();
    }

    @Test
    void theTitleOfTheFrontMatterWinsAndLinesKeepTheirNumbers() {
        RenderedText text = render("---", "title: 'Given: a title'", "other: [1]", "---", "# First", "", "[x](y.md)");

        assertThat(text.title()).isEqualTo("Given: a title");
        assertThat(text.html()).doesNotContain("First");
        assertThat(text.facts().references()).containsExactly(new Reference("y.md", 7, 1, Reference.Kind.LINK));
    }

    @Test
    void frontMatterThatIsNoYamlIsReported() {
        RenderedText text = render("---", "title: [", "---", "Text");

        assertThat(text.faults()).extracting(TextFault::code).containsExactly("front-matter");
        assertThat(html(text).text()).isEqualTo("Text");
    }

    @Test
    void aRuleAtTheBeginningIsNoFrontMatter() {
        assertThat(html("---", "", "Text").select("hr")).hasSize(1);
    }

    @Test
    void headingsNeverSkipALevelAndNeverAreTheFirst() {
        RenderedText text = render("# Title", "#### Deep", "### Less deep", "# Second", "## Below");

        assertThat(text.facts().headings()).extracting(Heading::level).containsExactly(2, 2, 2, 3);
        assertThat(html(text).select("h1")).isEmpty();
    }

    @Test
    void headingsHaveStableIdsAsGitHubMakesThem() {
        RenderedText text = render("## A & b_c!", "## Twice", "## Twice", "## Ünïcode 学習", "## Own {#mine}");

        assertThat(text.facts().headings())
                .extracting(Heading::id)
                .containsExactly("t-a--b_c", "t-twice", "t-twice-1", "t-ünïcode-学習", "t-mine");
        assertThat(html(text).select("h2[id]").eachAttr("id")).hasSize(5);
    }

    @Test
    void linksWithinTheTextFindHeadingsAsWritten() {
        RenderedText text = render("[go](#Some-Heading) [lost](#nowhere)", "", "## Some heading");

        assertThat(first(html(text), "a").attr("href")).isEqualTo("#t-some-heading");
        assertThat(first(html(text), ".broken").text()).isEqualTo("lost");
        assertThat(text.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("anchor-missing");
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.column()).isEqualTo(21);
        });
    }

    @Test
    void aLinkThatTheCourseLacksIsShownAsTextAndReported() {
        RenderedText text =
                new LessonRenderer().render("One.\n\nSee [that *file*](no/such.md \"t\").", LinkResolver.none());

        assertThat(html(text).select("a")).isEmpty();
        assertThat(first(html(text), "span.broken").text()).isEqualTo("that file");
        assertThat(text.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("link-broken");
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(5);
            assertThat(fault.message()).contains("no/such.md");
            assertThat(fault.remedy()).isNotBlank();
        });
    }

    @Test
    void aFragmentIsAddedToWhatTheResolverFinds() {
        assertThat(first(html("[x](other.md#A-Part)"), "a").attr("href")).isEqualTo("/files/other.md#t-a-part");
    }

    @Test
    void outwardLinksAreMarkedAndGiveNothingAway() {
        Document page = html("https://example.org/a and [b](http://example.org) and <c@example.org>");

        assertThat(page.select("a.external")).hasSize(2);
        assertThat(first(page, "a").attr("rel")).isEqualTo("noopener noreferrer");
        assertThat(page.select("a").get(2).attr("href")).isEqualTo("mailto:c@example.org");
    }

    @Test
    void aPictureAloneIsAFigureWithItsTitleAsCaption() {
        Document page = html("![What it shows](assets/tree.svg \"A tree of depth two\")", "", "Text ![in](b.png) text");

        assertThat(first(page, "figure > img").attr("alt")).isEqualTo("What it shows");
        assertThat(first(page, "figure > img").attr("loading")).isEqualTo("lazy");
        assertThat(first(page, "figcaption").text()).isEqualTo("A tree of depth two");
        assertThat(page.select("figure")).hasSize(1);
        assertThat(page.select("p > img")).hasSize(1);
    }

    @Test
    void attributesBehindAPictureGiveItsDescription() {
        Document page = html("![](fig/a.png){alt='Artwork by @allison\\_horst' width=300}");

        assertThat(first(page, "img").attr("alt")).isEqualTo("Artwork by @allison_horst");
        assertThat(first(page, "img").attr("width")).isEqualTo("300");
        assertThat(page.text()).isEmpty();
    }

    @Test
    void aPictureElsewhereIsShownAsALinkUnlessTheResolverWantsIt() {
        RenderedText text = render("![Badge](https://example.org/b.svg)");

        assertThat(html(text).select("img")).isEmpty();
        assertThat(first(html(text), "a.external-card").attr("href")).isEqualTo("https://example.org/b.svg");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("image-external");
        RenderedText wanted = new LessonRenderer()
                .render("![B](https://example.org/b.svg)", r -> Optional.of(LinkTarget.of(r.destination())));
        assertThat(html(wanted).select("img")).hasSize(1);
        assertThat(wanted.faults()).isEmpty();
    }

    @Test
    void aPictureElsewhereThatIsALinkStaysThatLink() {
        Document page = html(
                "[![Badge](https://example.org/b.svg)](x.md)",
                "",
                "<a href='y.md'><img src='https://example.org/c.svg' alt='C'></a>");

        assertThat(page.select("a").eachAttr("href")).containsExactly("/files/x.md", "/files/y.md");
        assertThat(page.select("a").eachText()).containsExactly("Badge", "C");
    }

    @Test
    void tablesStandInARegionThatCanBeScrolledByKeyboard() {
        Document page = html("| a | b |", "|---|--:|", "| 1 | 2 |");

        assertThat(first(page, "div.table-region[tabindex=0][role=group][aria-label] > table th[scope=col]")
                        .text())
                .isEqualTo("a");
        assertThat(page.select("td[align=right]")).hasSize(1);
    }

    @Test
    void codeKeepsItsTextAndItsLanguage() {
        Document page =
                html("```{.python .numberLines}", "a < b & c", "```", "", "```C++", "x", "```", "", "    plain");

        assertThat(page.select("pre > code").eachAttr("class")).containsExactly("language-python", "language-c++");
        assertThat(first(page, "pre > code").wholeText()).isEqualTo("a < b & c\n");
        assertThat(page.select("pre")).hasSize(3);
    }

    @Test
    void tasksFootnotesAndStrikethroughAreRendered() {
        Document page = html("- [x] done", "- [ ] open", "", "~~gone~~ note[^a] again[^a]", "", "[^a]: The *note*.");

        assertThat(page.select("ul.tasks .task").eachAttr("data-state")).containsExactly("done", "open");
        assertThat(first(page, "del").text()).isEqualTo("gone");
        assertThat(first(page, "section.notes li#t-note-1 em").text()).isEqualTo("note");
        assertThat(page.select("sup.note-call a").eachAttr("href")).containsExactly("#t-note-1", "#t-note-1");
        assertThat(page.select("[id=t-call-1]")).hasSize(1);
    }

    @Test
    void harmlessHtmlStaysAndItsLinksAreResolved() {
        RenderedText text = render(
                "<details open><summary>More</summary>",
                "",
                "*inside*",
                "",
                "</details>",
                "",
                "H<sub>2</sub>O <kbd>Ctrl</kbd> <a href='x.md'>x</a>",
                "",
                "<table><tr><td align=center><img src=\"y.png\" width=\"30\"></td></tr></table>",
                "",
                "<h1 align=\"center\" class=\"z\" style=\"color:red\">Big</h1>");
        Document page = html(text);

        assertThat(first(page, "details[open] > summary").text()).isEqualTo("More");
        assertThat(first(page, "details em").text()).isEqualTo("inside");
        assertThat(first(page, "a").attr("href")).isEqualTo("/files/x.md");
        assertThat(first(page, "td[align=center] > img[width=30]").attr("src")).isEqualTo("/files/y.png");
        assertThat(first(page, "h2[align=center]").text()).isEqualTo("Big");
        assertThat(text.html()).doesNotContain("style").doesNotContain("class=\"z\"");
        assertThat(text.faults()).isEmpty();
        assertThat(text.facts().references())
                .containsExactly(
                        new Reference("x.md", 7, 32, Reference.Kind.LINK),
                        new Reference("y.png", 9, 29, Reference.Kind.IMAGE));
        assertThat(text.facts().tables()).isEqualTo(1);
    }

    @Test
    void aVideoHasItsCaptionsChaptersAndTranscript() {
        LinkResolver links = reference -> Optional.of(new LinkTarget("/content/" + reference.path(), "", true));
        RenderedText text = new LessonRenderer()
                .render(
                        ":::{video} talk.mp4\n:title: A talk\n:captions: talk.vtt\n:chapters: parts.vtt\n\nGood *morning*.\n:::\n",
                        links);

        assertThat(text.html())
                .contains("<track kind=\"captions\" src=\"/content/talk.vtt\" label=\"Captions\"")
                .contains("<track kind=\"chapters\" src=\"/content/parts.vtt\"")
                .contains("Transcript</summary>")
                .contains("Good <em>morning</em>.");
        assertThat(text.facts().references()).extracting(Reference::path).contains("talk.mp4", "talk.vtt", "parts.vtt");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void aVideoInHtmlIsPlayedWithItsCaptionsHoweverItsTagsStand() {
        LinkResolver links = reference -> Optional.of(new LinkTarget("/content/" + reference.path(), "", true));
        for (String between : List.of("", "\n")) {
            RenderedText text = new LessonRenderer()
                    .render(
                            "# T\n\n<video controls>" + between + "<source src=\"talk.mp4\" type=\"video/mp4\">"
                                    + between
                                    + "<track kind=\"captions\" src=\"talk.vtt\">" + between + "No video." + between
                                    + "</video>",
                            links);

            Document page = Jsoup.parseBodyFragment(text.html());
            assertThat(page.select("video[src=/content/talk.mp4] > track[kind=captions][src=/content/talk.vtt]"))
                    .as(text.html())
                    .hasSize(1);
            assertThat(page.text()).isEmpty();
            assertThat(text.facts().references()).extracting(Reference::path).contains("talk.mp4", "talk.vtt");
            assertThat(text.faults()).isEmpty();
        }
        Document inLine = Jsoup.parseBodyFragment(new LessonRenderer()
                .render(
                        "Look: <video src=\"talk.mp4\" controls><a href=\"talk.mp4\">Get *it*</a><br>or `talk.mp4`"
                                + " [here](talk.mp4)</video> and [then](next.md).",
                        links)
                .html());
        assertThat(inLine.text()).isEqualTo("Look: and then.");
        assertThat(inLine.select("a, br, code")).hasSize(1);
        RenderedText sound = new LessonRenderer()
                .render("<audio controls>\n<source src=\"talk.mp3\">\nNo sound.\n</audio>\n\nAfter", links);
        assertThat(sound.html())
                .contains("src=\"/content/talk.mp3\"")
                .contains("After")
                .doesNotContain("No sound");
        assertThat(new LessonRenderer()
                        .render("<video>\n\n<video src=\"a.mp4\">\n\nAfter", links)
                        .html())
                .contains("/content/a.mp4", "After");
    }

    @Test
    void videosOfOthersBecomeLinksAndNothingIsLoaded() {
        Document page = html(
                "<iframe class=\"video\" width=\"640px\"",
                "        src=\"https://www.youtube.com/embed/xErJGDwWqys?rel=0\"",
                "        allowfullscreen></iframe>",
                "",
                "<iframe src='https://player.vimeo.com/video/123456'></iframe>",
                "",
                "```{video} https://youtu.be/xErJGDwWqys",
                "```");

        assertThat(page.select("iframe")).isEmpty();
        assertThat(page.select("a.external-card[data-kind=video]").eachAttr("href"))
                .containsExactly(
                        "https://www.youtube.com/watch?v=xErJGDwWqys",
                        "https://vimeo.com/123456",
                        "https://www.youtube.com/watch?v=xErJGDwWqys");
    }

    @Test
    void otherFramesAndScriptsAreReportedWithTheirLines() {
        RenderedText text = render(
                "Text",
                "",
                "<iframe src=\"../slides/index.html\"></iframe>",
                "",
                "<div>",
                "<script>a < b",
                "</script></div>");

        assertThat(html(text).select("script, iframe")).isEmpty();
        assertThat(html(text).text()).doesNotContain("a < b");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("html-frame", "html-left-out");
        assertThat(text.faults()).extracting(TextFault::line).containsExactly(3, 6);
    }

    @Test
    void whatOnlyLooksLikeHtmlIsShownAsText() {
        RenderedText text = render("Use `<a>` and <model>__<parameter>.");

        assertThat(html(text).text()).isEqualTo("Use <a> and <model>__<parameter>.");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("html-text", "html-text");
    }

    @Test
    void factsCountWhatIsInTheText() {
        TextFacts facts = new LessonRenderer().inspect("""
                # Title words

                Four words of text. ![a](b.png) <img src='c.png'> $x$

                $$y$$

                ```python
                not words here
                ```

                :::{note}
                Inside note
                :::

                | a |
                |---|
                | b |
                """);

        assertThat(facts)
                .extracting(
                        TextFacts::words,
                        TextFacts::minutes,
                        TextFacts::figures,
                        TextFacts::formulas,
                        TextFacts::codeBlocks,
                        TextFacts::tables,
                        TextFacts::admonitions)
                .containsExactly(10, 1, 2, 2, 1, 1, 1);
    }

    @Test
    void readingTakesAMinuteForTwoHundredWords() {
        assertThat(new LessonRenderer().inspect("word ".repeat(1000)).minutes()).isEqualTo(5);
        assertThat(new LessonRenderer().inspect("学".repeat(1000)).words()).isEqualTo(600);
    }

    @Test
    void inspectingAndRenderingFindTheSame() {
        String text = """
                # T

                ## A

                [x](y) ![z](w.png) {ref}`q` $m$

                (q)=
                # B
                """;
        LessonRenderer renderer = new LessonRenderer();

        assertThat(renderer.inspect(text))
                .isEqualTo(renderer.render(text, LinkResolver.none()).facts());
    }

    @Test
    void aTextThatIsTooLongIsCutAndReported() {
        RenderedText text = render("word\n".repeat(400_001));

        assertThat(text.faults()).extracting(TextFault::code).containsExactly("too-long");
        assertThat(text.facts().words()).isEqualTo(400_000);
    }

    @Test
    void emptyTextIsEmpty() {
        RenderedText text = render("");

        assertThat(text.html()).isEmpty();
        assertThat(text.title()).isEmpty();
        assertThat(text.facts().references()).isEqualTo(List.of());
        assertThat(new LessonRenderer()
                        .render("", LinkResolver.none(), Locale.FRENCH)
                        .html())
                .isEmpty();
    }
}
