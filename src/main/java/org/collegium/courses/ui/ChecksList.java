package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseId;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Found;
import org.collegium.courses.DraftCheck.Reported;
import org.collegium.courses.DraftCheck.Tried;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.shared.ui.Glyph;

/** What keeps a draft from being published, as a list that one can work off; warnings are counted behind it. */
final class ChecksList extends Div {

    private static final int SHOWN = 12;

    private final transient CourseId course;
    private final transient FaultTexts texts;
    private final boolean mayEdit;

    ChecksList(CourseId course, List<DraftCheck> checks, boolean mayEdit, FaultTexts texts) {
        this.course = course;
        this.mayEdit = mayEdit;
        this.texts = texts;
        addClassName("c-checks");
        List<DraftCheck> blocks = checks.stream().filter(DraftCheck::blocks).toList();
        List<Tried> tried = checks.stream()
                .filter(check -> !check.blocks() && check instanceof Tried)
                .map(Tried.class::cast)
                .filter(check -> !check.readiness().sentences().isEmpty())
                .toList();
        if (blocks.isEmpty()) {
            add(line(Glyph.CIRCLE_CHECK, "c-checks-good", new Span(getTranslation("courses.checks.none"))));
        } else {
            add(list(blocks));
        }
        tried.forEach(check -> add(tried(check)));
        int warnings = (int) checks.stream().filter(DraftCheck::warns).count();
        add(line(
                Glyph.INFO,
                "c-muted",
                StudioView.link(
                        CoursesNavigation.checks(course),
                        warnings > 0
                                ? getTranslation("courses.checks.warnings", warnings)
                                : getTranslation("courses.checks.all"))));
    }

    /** Questions without a key are one thing to do, however many quizzes they stand in. */
    private Component list(List<DraftCheck> blocks) {
        List<Unkeyed> unkeyed = blocks.stream()
                .filter(Unkeyed.class::isInstance)
                .map(Unkeyed.class::cast)
                .toList();
        List<DraftCheck> others =
                blocks.stream().filter(check -> !(check instanceof Unkeyed)).toList();
        UnorderedList list = new UnorderedList();
        if (!unkeyed.isEmpty()) {
            list.add(new ListItem(keys(unkeyed)));
        }
        others.stream().limit(SHOWN).forEach(check -> list.add(new ListItem(item(check))));
        if (others.size() > SHOWN) {
            list.add(new ListItem(StudioView.link(
                    CoursesNavigation.checks(course), getTranslation("courses.checks.more", others.size() - SHOWN))));
        }
        return list;
    }

    private Component keys(List<Unkeyed> unkeyed) {
        UnorderedList quizzes = new UnorderedList();
        quizzes.addClassName("c-checks-quizzes");
        for (Unkeyed check : unkeyed) {
            Span number = new Span(" " + getTranslation("courses.unit.unkeyed", check.questions()));
            number.addClassNames("c-muted", "c-small", "c-number");
            String title = check.unit().title();
            quizzes.add(new ListItem(
                    mayEdit
                            ? StudioView.link(
                                    CoursesNavigation.edit(course, check.unit().key()), title)
                            : new Span(title),
                    number));
        }
        int questions = unkeyed.stream().mapToInt(Unkeyed::questions).sum();
        Span words = new Span(getTranslation("courses.checks.unkeyed", questions, unkeyed.size()));
        return mayEdit
                ? line(
                        Glyph.KEY_ROUND,
                        "c-checks-open",
                        words,
                        StudioView.button(
                                CoursesNavigation.edit(
                                        course, unkeyed.getFirst().unit().key()),
                                getTranslation("courses.checks.key"),
                                Glyph.ARROW_RIGHT.create()),
                        quizzes)
                : line(Glyph.KEY_ROUND, "c-checks-open", words, quizzes);
    }

    private Component item(DraftCheck check) {
        return switch (check) {
            case Details(var missing) ->
                line(
                        Glyph.CIRCLE_ALERT,
                        "c-checks-open",
                        new Span(getTranslation("courses.missing." + missing.name())),
                        action(CoursesNavigation.details(course), "courses.checks.say"));
            case Unkeyed one -> keys(List.of(one));
            case Tried one -> tried(one);
            case Found(var finding, var unit) ->
                line(
                        Glyph.CIRCLE_ALERT,
                        "c-checks-open",
                        new Div(
                                new Span(getTranslation(
                                                finding.code() + ".reason",
                                                finding.arguments().toArray()) + " "),
                                muted(getTranslation(
                                                finding.code() + ".remedy",
                                                finding.arguments().toArray()) + " "),
                                unit.<Component>map(found -> StudioView.link(
                                                CoursesNavigation.source(course, found.file(), finding.line()),
                                                found.title()))
                                        .orElseGet(Span::new)));
            case Reported(var fault, var unit) ->
                line(
                        Glyph.CIRCLE_ALERT,
                        "c-checks-open",
                        new Div(
                                new Span(texts.reason(fault, getLocale()) + " "),
                                muted(texts.remedy(fault, getLocale()) + " "),
                                muted(fault.place().toString())));
        };
    }

    /** An activity that was tried, is being tried, or cannot be. */
    private Component tried(Tried check) {
        String title = check.unit().title();
        Div text = new Div();
        text.addClassName("c-checks-text");
        String key = switch (check.readiness()) {
            case Readiness.Ready _ -> "courses.tried.remark";
            case Readiness.Trying _ -> "courses.tried.trying";
            case Readiness.Waiting _ -> "courses.tried.waiting";
            case Readiness.NotReady _ -> "courses.tried.not-ready";
        };
        text.add(new Span(getTranslation(key, title)));
        check.readiness()
                .sentences()
                .forEach(sentence -> text.add(muted(
                        getTranslation(sentence.key(), sentence.arguments().toArray()))));
        check.address()
                .ifPresent(address -> text.add(StudioView.link(address, getTranslation("courses.tried.more", title))));
        boolean open = check.readiness() instanceof Readiness.NotReady;
        Div line = new Div((open ? Glyph.CIRCLE_ALERT : glyph(check.readiness())).create(), text);
        line.addClassNames("c-checks-line", open ? "c-checks-open" : "c-muted");
        return line;
    }

    private static Glyph glyph(Readiness readiness) {
        return readiness instanceof Readiness.Ready ? Glyph.INFO : Glyph.CLOCK;
    }

    private Component action(String address, String key) {
        Span nothing = new Span();
        return mayEdit ? StudioView.link(address, getTranslation(key)) : nothing;
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }

    private static Component line(Glyph glyph, String className, Component... content) {
        Div text = new Div(content);
        text.addClassName("c-checks-text");
        Div line = new Div(glyph.create(), text);
        line.addClassNames("c-checks-line", className);
        return line;
    }
}
