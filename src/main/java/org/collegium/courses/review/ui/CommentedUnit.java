package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collegium.content.Prose;
import org.collegium.content.RenderedText;
import org.collegium.content.TextFacts;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.review.ReviewBlock;
import org.collegium.courses.review.ReviewComment;
import org.collegium.courses.review.ReviewComments;
import org.collegium.courses.review.ReviewId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** A unit block by block, with the comments at each; they are gone to, and made, by keyboard. */
final class CommentedUnit extends Section {

    /** The most comments at one unit that are shown in place; all are in the discussion. */
    private static final int MOST = 200;

    private static final TextFacts NOTHING = new TextFacts(0, 1, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());

    /** Puts the next or last comment before the reader; after the last comes the first. */
    private static final String GO = """
        const all = [...this.querySelectorAll('[data-comment]')];
        if (all.length > 0) {
            const here = document.activeElement?.closest?.('[data-comment]');
            const at = all.indexOf(here);
            const next = all[(at < 0 ? ($0 > 0 ? 0 : all.length - 1) : at + $0 + all.length) % all.length];
            next.focus({preventScroll: true});
            next.scrollIntoView({block: 'center'});
        }
        """;

    /** Opens a comment at the block in which the reader is, else at the one nearest to the middle of what they see. */
    private static final String NEW = """
        const blocks = [...this.querySelectorAll('[data-block]')];
        const middle = window.innerHeight / 2;
        const far = (block) => {
            const box = block.getBoundingClientRect();
            return box.top <= middle && box.bottom >= middle
                ? 0
                : Math.min(Math.abs(box.top - middle), Math.abs(box.bottom - middle));
        };
        const here =
            document.activeElement?.closest?.('[data-block]') ?? blocks.sort((one, other) => far(one) - far(other))[0];
        here?.querySelector('.c-review-add')?.click();
        """;

    private final transient ReviewComments comments;
    private final transient ReviewId review;
    private final int round;
    private final transient CourseUnit unit;
    private final transient Locale language;
    private final boolean live;

    CommentedUnit(ReviewComments comments, ReviewId review, int round, CourseUnit unit, String language, boolean live) {
        this.comments = comments;
        this.review = review;
        this.round = round;
        this.unit = unit;
        this.language = Locale.forLanguageTag(language);
        this.live = live;
        addClassName("c-review-unit");
        getElement().setAttribute("aria-label", unit.title());
        Shortcuts.addShortcutListener(this, () -> go(1), Key.ARROW_DOWN, KeyModifier.ALT);
        Shortcuts.addShortcutListener(this, () -> go(-1), Key.ARROW_UP, KeyModifier.ALT);
        if (live) {
            Shortcuts.addShortcutListener(this, () -> getElement().executeJs(NEW), Key.KEY_N, KeyModifier.ALT);
        }
        show();
    }

    private void go(int by) {
        getElement().executeJs(GO, by);
    }

    private void show() {
        removeAll();
        List<ReviewBlock> blocks = comments.blocks(review, round, unit.key());
        List<ReviewComment> all = comments.list(review, unit.key(), false, new PageRequest(0, MOST));
        add(tools(all.size()));
        Div whole = new Div();
        whole.addClassName("c-review-whole");
        all.stream()
                .filter(comment -> comment.block() == null || comment.outdated())
                .forEach(comment -> whole.add(thread(comment)));
        if (live) {
            whole.add(adding(null, whole, getTranslation("courses.review.comment.unit")));
        }
        add(whole);
        if (blocks.isEmpty()) {
            add(new Paragraph(getTranslation("courses.review.no-blocks")));
        }
        blocks.forEach(block -> add(block(
                block,
                all.stream()
                        .filter(comment ->
                                !comment.outdated() && comment.block() != null && comment.block() == block.number())
                        .toList())));
    }

    private Component tools(int number) {
        Div tools = new Div();
        tools.addClassName("c-studio-actions");
        if (number > 0) {
            tools.add(
                    step("courses.review.comment.previous", Glyph.CHEVRON_UP, -1, "Alt+ArrowUp"),
                    step("courses.review.comment.next", Glyph.CHEVRON_DOWN, 1, "Alt+ArrowDown"));
        }
        Span help = new Span(getTranslation(live ? "courses.review.comment.keys" : "courses.review.comment.closed"));
        help.addClassNames("c-muted", "c-small");
        tools.add(help);
        return tools;
    }

    private NativeButton step(String key, Glyph glyph, int by, String shortcut) {
        NativeButton button = new NativeButton(getTranslation(key), click -> go(by));
        button.addComponentAsFirst(glyph.create());
        button.addClassName("c-button");
        button.getElement().setAttribute("aria-keyshortcuts", shortcut);
        return button;
    }

    private Component block(ReviewBlock block, List<ReviewComment> about) {
        List<Component> parts = new ArrayList<>();
        parts.add(text(block));
        about.forEach(comment -> parts.add(thread(comment)));
        Div all = new Div(parts.toArray(Component[]::new));
        all.addClassName("c-review-block");
        all.getElement().setAttribute("data-block", Integer.toString(block.number()));
        if (live) {
            all.add(adding(block.number(), all, getTranslation("courses.review.comment.block", block.number() + 1)));
        }
        return all;
    }

    private Component text(ReviewBlock block) {
        if (block.html().isEmpty()) {
            Pre written = new Pre(block.text());
            written.addClassName("c-review-source");
            if (block.line() > 0) {
                written.getElement().setAttribute("data-line", Integer.toString(block.line()));
            }
            return written;
        }
        Prose prose = new Prose(new RenderedText(block.html(), "", NOTHING, List.of()));
        prose.setLanguage(language);
        return prose;
    }

    private CommentThread thread(ReviewComment comment) {
        return new CommentThread(comments, comment, live, this::show);
    }

    private Component adding(@Nullable Integer block, Div around, String name) {
        NativeButton add = new NativeButton(getTranslation("courses.review.comment.add"));
        add.addComponentAsFirst(Glyph.MESSAGE_SQUARE.create());
        add.addClassNames("c-button", "c-button-small", "c-review-add");
        add.getElement().setAttribute("aria-label", name);
        add.addClickListener(click -> {
            add.setVisible(false);
            CommentForm form = new CommentForm(
                    review + "/" + unit.key() + "/" + (block == null ? "" : block),
                    name,
                    words -> {
                        comments.say(review, round, unit.key(), block, words);
                        show();
                    },
                    given -> {
                        given.removeFromParent();
                        add.setVisible(true);
                    });
            around.add(form);
            form.focus();
        });
        return add;
    }
}
