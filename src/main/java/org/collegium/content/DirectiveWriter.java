package org.collegium.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Directive;
import org.collegium.content.markdown.DirectiveTitle;
import org.collegium.content.markdown.Role;
import org.commonmark.node.Node;

/** Writes directives and roles. */
final class DirectiveWriter {

    /** Kinds that mean no more than their own title says. */
    private static final Set<String> UNSAID = Set.of("admonition", "callout", "dropdown", "spoiler");

    private final TextWriting writing;
    private final Origin origin;
    private final PictureWriter pictures;
    private final InlineWriter prose;

    DirectiveWriter(TextWriting writing, Origin origin, PictureWriter pictures, InlineWriter prose) {
        this.writing = writing;
        this.origin = origin;
        this.pictures = pictures;
        this.prose = prose;
    }

    void write(Directive directive) {
        Place place = origin.of(directive);
        if (!directive.closed()) {
            writing.faults().add(place, "directive-unclosed", directive.name());
        }
        Place argument = origin.at(place.line() - origin.lines() - 1, directive.argumentColumn());
        switch (directive.name()) {
            case "figure", "image" -> pictures.directive(directive, argument, () -> prose.children(directive));
            case "video" -> video(directive, argument);
            case "math" ->
                formula(
                        (directive.argument() + "\n" + directive.body().orElse("")).strip(),
                        directive
                                .option("label")
                                .or(() -> directive.option("name"))
                                .orElse(""));
            case "code-block", "code", "sourcecode", "code-cell" -> code(directive);
            case "tableofcontents" -> contents();
            default ->
                Callout.of(directive)
                        .ifPresentOrElse(callout -> callout(directive, callout), () -> unknown(directive, place));
        }
    }

    private void video(Directive directive, Place argument) {
        pictures.video(
                directive.argument(),
                directive.option("title").or(() -> directive.option("alt")).orElse(""),
                argument,
                directive::option);
        if (directive.getFirstChild() != null) {
            writing.out()
                    .line()
                    .open("details", "class", "callout", "data-kind", "transcript")
                    .open("summary", "class", "callout-title")
                    .text(writing.words().get("content.video.transcript"))
                    .close("summary");
            prose.children(directive);
            writing.out().close("details").line();
        }
    }

    void formula(String tex, String label) {
        Optional<Anchors.Anchor> anchor =
                label.isEmpty() ? Optional.empty() : writing.survey().anchor(label);
        writing.out()
                .line()
                .open(
                        "p",
                        "class",
                        "formula",
                        "id",
                        anchor.map(Anchors.Anchor::id).orElse(""));
        writing.math(tex, true);
        anchor.ifPresent(found -> writing.out()
                .open("span", "class", "formula-number")
                .text(found.title())
                .close("span"));
        writing.out().close("p").line();
    }

    private void code(Directive directive) {
        String language = directive.argument().split("\\s", 2)[0];
        Optional<String> caption = directive.option("caption");
        if (caption.isPresent()) {
            writing.out()
                    .line()
                    .open("figure", "class", "code-figure")
                    .open("figcaption")
                    .text(caption.get())
                    .close("figcaption");
        }
        writing.code(directive.body().orElse(""), language.isEmpty() ? "python" : language);
        if (caption.isPresent()) {
            writing.out().close("figure").line();
        }
    }

    private void contents() {
        List<LinkTarget> targets = writing.links().resolver().contents();
        if (targets.isEmpty()) {
            return;
        }
        writing.out().line().open("ul", "class", "contents");
        for (LinkTarget target : targets) {
            writing.out().open("li");
            writing.link(target, "");
            writing.out().text(target.title()).close("a").close("li");
        }
        writing.out().close("ul").line();
    }

    private void callout(Directive directive, Callout callout) {
        String outer = callout.folded() ? "details" : "section";
        String head = callout.folded() ? "summary" : "p";
        String id = directive.option("name").map(Slugs::id).orElse("");
        boolean open = callout.folded()
                && (directive.option("open").isPresent() && directive.name().equals("dropdown"));
        writing.out()
                .line()
                .open(outer, "class", "callout", "data-kind", callout.kind(), "id", id, "open", open ? "open" : "")
                .open(head, "class", "callout-title");
        Node title = directive.getFirstChild();
        if (title instanceof DirectiveTitle && !labelOfSolution(directive)) {
            if (!UNSAID.contains(callout.kind())) {
                writing.out()
                        .open("span", "class", "c-hidden")
                        .text(writing.words().get("content.callout." + callout.kind()) + ": ")
                        .close("span");
            }
            prose.children(title);
        } else {
            writing.out().text(writing.words().get("content.callout." + callout.kind()));
        }
        writing.out().close(head).line();
        prose.children(directive);
        writing.out().close(outer).line();
    }

    /** In the books that use it, the argument of a solution is the label of its exercise and not a title. */
    private static boolean labelOfSolution(Directive directive) {
        return directive.name().equals("solution") && directive.argument().matches("[a-z0-9][\\w:.-]*");
    }

    private void unknown(Directive directive, Place place) {
        writing.faults().add(place, "directive-unknown", directive.name());
        writing.out().line().open("div", "class", "directive", "data-directive", directive.name());
        Node title = directive.getFirstChild();
        if (title instanceof DirectiveTitle) {
            writing.out().open("p", "class", "directive-title");
            prose.children(title);
            writing.out().close("p");
        } else if (!directive.argument().isEmpty()) {
            writing.out()
                    .open("p", "class", "directive-title")
                    .text(directive.argument())
                    .close("p");
        }
        directive.body().filter(body -> !body.isBlank()).ifPresent(body -> writing.code(body, ""));
        prose.children(directive);
        if (directive.getFirstChild() == null
                && directive.argument().isEmpty()
                && directive.body().isEmpty()) {
            writing.out()
                    .open("span", "class", "left-out")
                    .text(writing.words().get("content.text.unknown"))
                    .close("span");
        }
        writing.out().close("div").line();
    }

    void write(Role role) {
        Place place = origin.of(role);
        switch (role.name()) {
            case "math" -> writing.math(role.content(), false);
            case "ref", "numref", "eq" -> refer(role, Reference.Kind.REF, place);
            case "doc" -> refer(role, Reference.Kind.DOC, place);
            case "download" -> refer(role, Reference.Kind.DOWNLOAD, place);
            case "sub", "sup", "kbd", "code" ->
                writing.out().open(role.name()).text(role.content()).close(role.name());
            default -> {
                writing.faults().add(place, "role-unknown", role.name());
                writing.out()
                        .open("span", "class", "role")
                        .text(role.text().isEmpty() ? role.target() : role.text())
                        .close("span");
            }
        }
    }

    private void refer(Role role, Reference.Kind kind, Place place) {
        Optional<LinkTarget> target = writing.links().resolve(role.target(), kind, place);
        if (target.isEmpty()) {
            writing.broken(role.text().isEmpty() ? role.target() : role.text());
            return;
        }
        LinkTarget found = target.get();
        String text = !role.text().isEmpty() ? role.text() : !found.title().isEmpty() ? found.title() : role.target();
        boolean download = found.download() || kind == Reference.Kind.DOWNLOAD;
        writing.link(new LinkTarget(found.url(), found.title(), download), "");
        writing.out().text(text).close("a");
    }
}
