package org.collegium.content;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.content.Notebook.Cell;
import org.collegium.content.Notebook.Kind;
import org.collegium.content.Notebook.Output;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Markdown;
import org.commonmark.node.Node;
import org.springframework.stereotype.Component;

/** Renders notebooks, with their code and outputs, to safe HTML. */
@Component
public class NotebookRenderer {

    /** Renders a notebook in English; see {@link #render(Notebook, LinkResolver, Locale)}. */
    public RenderedText render(Notebook notebook, LinkResolver links) {
        return render(notebook, links, Locale.ENGLISH);
    }

    /**
     * Renders a notebook: its text as lessons are rendered, its code, and what running it gave.
     *
     * @param language of the text, for the few words that are added
     */
    public RenderedText render(Notebook notebook, LinkResolver links, Locale language) {
        Faults faults = new Faults();
        Rendering rendering = new Rendering(notebook);
        TextWriting writing = TextWriting.begin(rendering.survey, withAttachments(notebook, links), faults, language);
        rendering.write(writing);
        return new RenderedText(
                Sanitiser.clean(writing.out().toString()),
                rendering.survey.title(),
                rendering.survey.facts(),
                faults.inOrder());
    }

    /** Counts what is in a notebook, without rendering it. */
    public TextFacts inspect(Notebook notebook) {
        return new Rendering(notebook).survey.facts();
    }

    /** Finds what is checked in the texts of a notebook, without rendering it. */
    public TextParts parts(Notebook notebook) {
        PartsSurvey survey = new PartsSurvey();
        int number = 0;
        for (Cell cell : notebook.cells()) {
            number++;
            if (cell.kind() == Kind.MARKDOWN) {
                String text = number == 1 ? FrontMatter.of(cell.source()).body() : cell.source();
                String limited =
                        text.length() > LessonRenderer.LONGEST ? text.substring(0, LessonRenderer.LONGEST) : text;
                survey.read(Markdown.parse(limited), Rendering.origin(cell, number));
            }
        }
        return survey.parts();
    }

    private static LinkResolver withAttachments(Notebook notebook, LinkResolver links) {
        return new LinkResolver() {
            @Override
            public Optional<LinkTarget> resolve(Reference reference) {
                if (!reference.destination().startsWith("attachment:")) {
                    return links.resolve(reference);
                }
                String name = reference.path().substring("attachment:".length());
                Map<String, String> bundle =
                        notebook.cells().get(reference.cell() - 1).attachments().getOrDefault(name, Map.of());
                return bundle.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("image/"))
                        .map(entry -> "data:" + entry.getKey() + ";base64,"
                                + entry.getValue().replaceAll("\\s", ""))
                        .map(LinkTarget::of)
                        .findFirst();
            }

            @Override
            public List<LinkTarget> contents() {
                return links.contents();
            }
        };
    }

    /** The rendering of one notebook: first all is read, so that labels are known everywhere, then written. */
    private static final class Rendering {

        private final Notebook notebook;
        private final TextSurvey survey;
        private final IdentityHashMap<Object, Node> texts = new IdentityHashMap<>();

        Rendering(Notebook notebook) {
            this.notebook = notebook;
            FrontMatter first = notebook.cells().isEmpty()
                    ? FrontMatter.of("")
                    : FrontMatter.of(notebook.cells().getFirst().source());
            boolean titled = !notebook.cells().isEmpty()
                    && notebook.cells().getFirst().kind() != Kind.CODE
                    && notebook.title().isEmpty();
            survey = new TextSurvey(titled ? first.title() : notebook.title());
            int number = 0;
            for (Cell cell : notebook.cells()) {
                number++;
                read(cell, number, number == 1 ? first.body() : cell.source());
            }
        }

        private static Origin origin(Cell cell, int number) {
            return new Origin(number, cell.lines(), cell.columns());
        }

        private void read(Cell cell, int number, String text) {
            if (cell.kind() == Kind.MARKDOWN) {
                parse(cell, text, origin(cell, number));
            } else if (cell.kind() == Kind.CODE) {
                survey.readCodeCell(cell.source());
                for (Output output : cell.outputs()) {
                    OutputWriter.markdown(output)
                            .ifPresent(markdown -> parse(output, markdown, new Origin(number, 0, 0)));
                }
            }
        }

        private void parse(Object key, String text, Origin origin) {
            String limited = text.length() > LessonRenderer.LONGEST ? text.substring(0, LessonRenderer.LONGEST) : text;
            Node document = Markdown.parse(limited);
            texts.put(key, document);
            survey.read(document, origin);
        }

        void write(TextWriting writing) {
            int number = 0;
            for (Cell cell : notebook.cells()) {
                number++;
                Origin origin = origin(cell, number);
                if (cell.source().length() > LessonRenderer.LONGEST && cell.kind() == Kind.MARKDOWN) {
                    writing.faults().add(origin.at(0, 0), "too-long", LessonRenderer.LONGEST);
                }
                Node text = texts.get(cell);
                if (text != null) {
                    new ProseWriter(writing, origin).write(text);
                } else if (cell.kind() == Kind.CODE) {
                    code(writing, cell, origin);
                } else if (!cell.source().isBlank()
                        && !(number == 1 && cell.source().startsWith("---"))) {
                    writing.code(cell.source(), "");
                }
            }
        }

        private void code(TextWriting writing, Cell cell, Origin origin) {
            boolean input = !cell.source().isBlank() && shows(cell, "input");
            boolean output = !cell.outputs().isEmpty() && shows(cell, "output");
            if ((!input && !output) || cell.tags().contains("remove-cell")) {
                return;
            }
            Markup out = writing.out();
            String count = cell.count().isPresent() ? " [" + cell.count().getAsInt() + "]" : "";
            out.line().open("section", "class", "cell");
            if (input) {
                boolean folded =
                        cell.tags().contains("hide-input") || cell.tags().contains("hide-cell");
                open(writing, "cell-input", writing.words().get("content.text.cell-input") + count, folded);
                writing.code(cell.source(), notebook.language());
                out.close(folded ? "details" : "div").line();
            }
            if (output) {
                outputs(writing, cell, origin, count);
            }
            out.close("section").line();
        }

        private static boolean shows(Cell cell, String part) {
            return !cell.tags().contains("remove-" + part) && !cell.tags().contains("remove_" + part);
        }

        private static void open(TextWriting writing, String kind, String label, boolean folded) {
            writing.out()
                    .open(folded ? "details" : "div", "class", kind)
                    .open(folded ? "summary" : "span", "class", "cell-label")
                    .text(label)
                    .close(folded ? "summary" : "span")
                    .line();
        }

        private void outputs(TextWriting writing, Cell cell, Origin origin, String count) {
            boolean folded = cell.tags().contains("hide-output") || cell.tags().contains("hide-cell");
            boolean failed = cell.outputs().stream().anyMatch(Output.Failed.class::isInstance);
            String word = failed ? "content.text.error-output" : "content.text.cell-output";
            open(
                    writing,
                    failed ? "cell-output cell-failed" : "cell-output",
                    writing.words().get(word) + count,
                    folded);
            OutputWriter writer = new OutputWriter(writing);
            for (Output output : cell.outputs()) {
                Node text = texts.get(output);
                if (text == null) {
                    writer.write(output, origin.at(0, 0));
                } else {
                    new ProseWriter(writing, new Origin(origin.cell(), 0, 0)).write(text);
                }
            }
            writing.out().close(folded ? "details" : "div").line();
        }
    }
}
