package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.content.TextFixtures.first;
import static org.collegium.content.TextFixtures.html;
import static org.collegium.content.TextFixtures.render;
import static org.collegium.content.TextFixtures.visibleProse;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DirectiveTests {

    @Test
    void admonitionsHaveTheirKindAndTitle() {
        Document page = html(
                ":::{note}",
                "One",
                ":::",
                "```{warning} Own *title*",
                "Two",
                "```",
                "~~~{admonition} Question",
                ":class: tip",
                "Three",
                "~~~");

        assertThat(page.select("section.callout").eachAttr("data-kind")).containsExactly("note", "warning", "tip");
        assertThat(page.select("p.callout-title").eachText())
                .containsExactly("Note", "Warning: Own title", "Tip: Question");
        assertThat(page.select("section > p:last-child").eachText()).containsExactly("One", "Two", "Three");
    }

    @Test
    void longerFencesHoldShorterOnes() {
        RenderedText text = render(
                "::::{note}",
                "Outer",
                ":::{tip}",
                "Inner",
                ":::",
                "Outer again",
                "::::",
                "",
                "````{note}",
                "```{tip}",
                "x",
                "```",
                "```python",
                "y",
                "```",
                "````",
                "After");
        Document page = html(text);

        assertThat(page.select("section[data-kind=note] > section[data-kind=tip]"))
                .hasSize(2);
        assertThat(first(page, "section[data-kind=note]").text()).contains("Outer again");
        assertThat(page.select("section pre").text()).isEqualTo("y");
        assertThat(page.select("body > p").text()).isEqualTo("After");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void fencesOfEqualLengthNestToo() {
        RenderedText text = render(":::{note}", ":::{tip}", "Inner", ":::", "Outer", ":::", "After");

        assertThat(first(html(text), "section[data-kind=note]").ownText()
                        + first(html(text), "section").text())
                .contains("Outer");
        assertThat(first(html(text), "section[data-kind=tip]").text()).doesNotContain("Outer");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void aLongerFenceClosesTheOuterEvenWhenTheInnerIsOpen() {
        RenderedText text = render("::::{note}", ":::{tip}", "Inner", "::::", "After");

        assertThat(first(html(text), "body > p").text()).isEqualTo("After");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("directive-unclosed");
        assertThat(text.faults().getFirst().line()).isEqualTo(2);
    }

    @Test
    void fencesInCodeCloseNothing() {
        RenderedText text =
                render(":::{note}", "```md", ":::", "```", "Still inside", ":::", "", "```", ":::{tip}", "```");

        assertThat(first(html(text), "section").text()).contains("Still inside");
        assertThat(html(text).select("pre").eachText()).containsExactly(":::", ":::{tip}");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void codeWithFencesAsLongAsTheDirectivesStaysInside() {
        RenderedText text =
                render("```{admonition} Question", "Which?", "", "```python", "x", "```", "End", "```", "After");

        assertThat(first(html(text), "section").text()).contains("End").doesNotContain("After");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void divisionsInPandocsMannerAreClosedByAnyFence() {
        RenderedText text = render(
                ":::::::::::::::::::: challenge",
                "## Try it",
                "::::::: solution",
                "Like so",
                "::::",
                "::::::::::::::::::::::",
                "",
                "::: {.callout}",
                "x",
                ":::",
                "After");

        assertThat(first(html(text), "section[data-kind=challenge] > details[data-kind=solution] > summary")
                        .text())
                .isEqualTo("Solution");
        assertThat(first(html(text), "section[data-kind=callout]").text()).endsWith("x");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void directivesStandInListsAndQuotes() {
        RenderedText text = render(
                "1. Item", "", "   ```{note}", "   Inside", "   ```", "2. Next", "", "> :::{tip}", "> Quoted", "> :::");

        assertThat(first(html(text), "li section[data-kind=note]").text()).isEqualTo("Note Inside");
        assertThat(first(html(text), "blockquote section[data-kind=tip]").text())
                .isEqualTo("Tip Quoted");
        assertThat(html(text).select("ol > li")).hasSize(2);
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void aFenceOutsideTheListClosesTheDirectiveAroundIt() {
        RenderedText text = render(":::{note}", "- :::{tip}", "  x", ":::", "After");

        assertThat(first(html(text), "body > p").text()).isEqualTo("After");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("directive-unclosed");
    }

    @Test
    void optionsAreReadInBothManners() {
        Document page = html(
                "```{figure} a.png",
                ":alt: What",
                ":width: 50%",
                ":name: fig-a",
                "",
                "The *caption*.",
                "```",
                "",
                "```{figure} b.png",
                "---",
                "alt: Which",
                "height: 20px",
                "---",
                "```",
                "",
                "See {ref}`that <fig-a>`.");

        assertThat(first(page, "figure#t-fig-a.width-50 > img").attr("alt")).isEqualTo("What");
        assertThat(first(page, "figure#t-fig-a figcaption em").text()).isEqualTo("caption");
        assertThat(first(page, "figure:not([id]) > img[height=20]").attr("alt")).isEqualTo("Which");
        assertThat(first(page, "a[href=#t-fig-a]").text()).isEqualTo("that");
        assertThat(visibleProse(page)).doesNotContain(":alt:");
    }

    @Test
    void dropdownsAreClosedUntilOpened() {
        Document page =
                html(":::{dropdown} Answer", "Inside", ":::", "", ":::{note}", ":class: dropdown", "Also", ":::");

        assertThat(page.select("details.callout:not([open]) > summary").eachText())
                .containsExactly("Answer", "Note");
    }

    @Test
    void codeBlocksAreCode() {
        Document page = html("```{code-block} r", ":caption: In R", "x <- 1", "```", "", ":::{code-block}", "y", ":::");

        assertThat(page.select("pre > code").eachAttr("class")).containsExactly("language-r", "language-python");
        assertThat(first(page, "figure.code-figure figcaption").text()).isEqualTo("In R");
        assertThat(first(page, "code").wholeText()).isEqualTo("x <- 1");
    }

    @Test
    void anUnknownDirectiveIsReportedAndItsBodyStaysReadable() {
        RenderedText text = render(
                "Text", "", "```{nb-exec-table} Some", "Body **bold**", "```", "", "```{mermaid}", "a --> b", "```");

        assertThat(text.faults())
                .extracting(TextFault::code)
                .containsOnly("directive-unknown")
                .hasSize(2);
        assertThat(text.faults()).extracting(TextFault::line).containsExactly(3, 7);
        assertThat(first(html(text), "div.directive[data-directive=nb-exec-table]")
                        .text())
                .isEqualTo("Some Body bold");
        assertThat(html(text).select("pre").text()).isEqualTo("a --> b");
    }

    @Test
    void fencesThatCloseNothingAndDirectivesThatStayOpenAreReported() {
        RenderedText text = render(":::", "", "```{note}", "To the end");

        assertThat(text.faults()).extracting(TextFault::code).containsExactly("directive-stray", "directive-unclosed");
        assertThat(visibleProse(html(text))).doesNotContain(":::").contains("To the end");
    }

    @Test
    void labelsAndRolesLeadToTheirPlaces() {
        RenderedText text = render(
                "(here)=",
                "## A heading",
                "",
                "{ref}`here`, {ref}`it <here>`, {doc}`other`, {download}`data <d.csv>`, {ref}`lost`, {math}`x<y`, {foo}`bar`");
        Document page = html(text);

        assertThat(page.select("a[href=#t-here]").eachText()).containsExactly("A heading", "it");
        assertThat(page.select("#t-here")).hasSize(1);
        assertThat(text.facts().labels()).containsExactly(new Label("here", "A heading", "t-here"));
        assertThat(first(page, "a[href=/files/other]").text()).isEqualTo("other");
        assertThat(first(page, "a[download]").text()).isEqualTo("data");
        assertThat(first(page, ".math").text()).isEqualTo("x<y");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("role-unknown");
        assertThat(text.facts().references())
                .extracting(Reference::kind)
                .containsExactly(
                        Reference.Kind.REF,
                        Reference.Kind.REF,
                        Reference.Kind.DOC,
                        Reference.Kind.DOWNLOAD,
                        Reference.Kind.REF);
    }

    @Test
    void labelsThatNobodyKnowsAreReported() {
        RenderedText text = new LessonRenderer().render("{ref}`lost`", LinkResolver.none());

        assertThat(text.faults()).extracting(TextFault::code).containsExactly("ref-missing");
        assertThat(first(html(text), ".broken").text()).isEqualTo("lost");
    }

    @Test
    void blockBreaksAndCommentsAreNotShown() {
        Document page = html("One", "", "+++ {\"a\": 1}", "", "% not shown", "Two, 50", "% of it", "+++");

        assertThat(page.select("p").eachText()).containsExactly("One", "Two, 50 % of it");
    }

    @Test
    void aTableOfContentsListsWhatTheResolverGives() {
        LinkResolver links = new LinkResolver() {
            @Override
            public Optional<LinkTarget> resolve(Reference reference) {
                return Optional.empty();
            }

            @Override
            public List<LinkTarget> contents() {
                return List.of(new LinkTarget("/u/1", "First", false), new LinkTarget("/u/2", "Second", false));
            }
        };
        RenderedText text = new LessonRenderer().render("```{tableofcontents}\n```", links);

        assertThat(html(text).select("ul.contents a").eachText()).containsExactly("First", "Second");
        assertThat(text.faults()).isEmpty();
        assertThat(render("```{tableofcontents}", "```").html()).isBlank();
    }
}
