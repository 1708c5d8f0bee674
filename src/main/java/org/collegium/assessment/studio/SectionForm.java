package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizSection;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.assessment.exam.ui.Numbers;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;

/** One section of a quiz: questions in their order, or how many are drawn from which. What is typed is kept until it is saved. */
final class SectionForm extends Div {

    private static final int MOST = 200;

    /** How a section comes to its questions. */
    enum Way {
        NAMED,
        DRAWN
    }

    private final transient Quiz others;
    private final transient SectionWords words;
    private final TextField title = new TextField();
    private final TextArea intro = new TextArea();
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final Select<String> question = new Select<>();
    private final OrderedList rows = new OrderedList();
    private final Div named = new Div(question, rows);
    private final IntegerField draw = new IntegerField();
    private final CheckboxGroup<String> tags = new CheckboxGroup<>();
    private final CheckboxGroup<Difficulty> difficulty = new CheckboxGroup<>();
    private final Paragraph found = new Paragraph();
    private final Div drawn = new Div(draw, tags, difficulty, found);
    private final List<String> chosen = new ArrayList<>();
    private final transient KeptTyping typing;

    /**
     * @param quiz with its sections but this one
     * @param place names the form among all
     */
    SectionForm(Quiz quiz, QuizSection section, String heading, String place) {
        this.others = quiz;
        this.words = new SectionWords(quiz);
        addClassNames("c-surface", "c-studio-form", "c-quiz-rules");
        title.setLabel(getTranslation("assessment.sections.title-of"));
        title.setRequiredIndicatorVisible(true);
        intro.setLabel(getTranslation("assessment.sections.intro"));
        intro.setHelperText(getTranslation("assessment.rules.intro.help"));
        way.setLabel(getTranslation("assessment.sections.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                one -> getTranslation("assessment.sections.way." + one.name().toLowerCase(Locale.ROOT)));
        question.setLabel(getTranslation("assessment.sections.question"));
        question.setItemLabelGenerator(words::question);
        question.setWidthFull();
        rows.addClassName("c-bank-chosen");
        rows.getElement().setAttribute("aria-label", getTranslation("assessment.sections.chosen"));
        Numbers.describe(
                draw, getTranslation("assessment.sections.draw"), getTranslation("assessment.sections.draw.help"), 1);
        draw.setMin(1);
        draw.setMax(MOST);
        draw.setRequiredIndicatorVisible(true);
        tags.setLabel(getTranslation("assessment.sections.tags"));
        tags.setHelperText(getTranslation("assessment.sections.tags.help"));
        tags.setItems(quiz.questions().stream()
                .flatMap(each -> each.traits().tags().stream())
                .distinct()
                .sorted()
                .toList());
        tags.setVisible(
                quiz.questions().stream().anyMatch(each -> !each.traits().tags().isEmpty()));
        difficulty.setLabel(getTranslation("assessment.sections.difficulty"));
        difficulty.setHelperText(getTranslation("assessment.sections.difficulty.help"));
        difficulty.setItems(Difficulty.values());
        difficulty.setItemLabelGenerator(
                one -> getTranslation("assessment.bank.difficulty." + one.name().toLowerCase(Locale.ROOT)));
        found.getElement().setAttribute("role", "status");
        named.addClassName("c-studio-form");
        drawn.addClassName("c-studio-form");
        add(new H2(heading), title, intro, way, named, drawn);
        fill(section);
        typing = new KeptTyping(this, place)
                .with("title", title)
                .with("intro", intro)
                .with("way", way, Way::valueOf)
                .with("draw", draw, Integer::valueOf)
                .with("tags", tags, value -> String.join(" ", value), SectionForm::split)
                .with(
                        "difficulty",
                        difficulty,
                        value -> value.stream().map(Enum::name).collect(Collectors.joining(" ")),
                        text -> split(text).stream().map(Difficulty::valueOf).collect(Collectors.toSet()))
                .with("questions", () -> String.join(" ", chosen), text -> take(List.copyOf(split(text))));
        question.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.add(change.getValue());
                typing.keep("questions");
                list();
            }
        });
        way.addValueChangeListener(change -> follow());
        draw.addValueChangeListener(change -> count());
        tags.addValueChangeListener(change -> count());
        difficulty.addValueChangeListener(change -> count());
        follow();
    }

    private static Set<String> split(String text) {
        return Arrays.stream(text.split(" "))
                .filter(Predicate.not(String::isBlank))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void fill(QuizSection section) {
        title.setValue(section.title());
        intro.setValue(section.intro());
        switch (section) {
            case Fixed fixed -> {
                way.setValue(Way.NAMED);
                chosen.addAll(fixed.questions());
            }
            case Drawn lot -> {
                way.setValue(Way.DRAWN);
                draw.setValue(lot.draw());
                tags.setValue(new HashSet<>(lot.from().tags()));
                difficulty.setValue(new HashSet<>(lot.from().difficulty()));
            }
        }
        list();
    }

    private void take(List<String> keys) {
        chosen.clear();
        others.questions().stream().map(Question::key).filter(keys::contains).forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(keys::indexOf));
        list();
    }

    private void follow() {
        named.setVisible(way.getValue() == Way.NAMED);
        drawn.setVisible(way.getValue() == Way.DRAWN);
        count();
    }

    /** How many questions a draw finds, as they stand now. */
    private void count() {
        Drawn lot = drawn();
        List<String> pool = others.pool(lot).stream().map(Question::key).toList();
        found.setText(getTranslation("assessment.sections.found", pool.size(), words.numbers(pool)));
    }

    private Drawn drawn() {
        Integer many = draw.getValue();
        return new Drawn(
                title.getValue().strip(),
                intro.getValue().strip(),
                many == null ? 0 : many,
                new Pool(
                        tags.getValue().stream().sorted().toList(),
                        difficulty.getValue().stream().sorted().toList()));
    }

    private void list() {
        Set<String> taken = others.sections().stream()
                .flatMap(each -> each instanceof Fixed fixed ? fixed.questions().stream() : Stream.empty())
                .collect(Collectors.toSet());
        taken.addAll(chosen);
        List<String> free = others.questions().stream()
                .map(Question::key)
                .filter(key -> !taken.contains(key))
                .toList();
        question.setItems(free);
        question.setEnabled(!free.isEmpty());
        question.setHelperText(getTranslation(
                free.isEmpty() ? "assessment.sections.question.none" : "assessment.sections.question.help"));
        question.setInvalid(false);
        rows.removeAll();
        for (int i = 0; i < chosen.size(); i++) {
            rows.add(row(i));
        }
        rows.setVisible(!chosen.isEmpty());
    }

    private ListItem row(int place) {
        String name = words.question(chosen.get(place));
        Button up = act(Glyph.ARROW_UP, "assessment.sections.question.up", name, () -> swap(place, place - 1));
        Button down = act(Glyph.ARROW_DOWN, "assessment.sections.question.down", name, () -> swap(place, place + 1));
        Button remove = act(Glyph.X, "assessment.sections.question.remove", name, () -> {
            chosen.remove(place);
            changed();
            question.focus();
        });
        up.setEnabled(place > 0);
        down.setEnabled(place < chosen.size() - 1);
        return new ListItem(new Span(name), up, down, remove);
    }

    private Button act(Glyph glyph, String key, String name, Runnable act) {
        Button button = new Button(glyph.create(), click -> act.run());
        button.setAriaLabel(getTranslation(key, name));
        button.addThemeNames("tertiary", "small");
        return button;
    }

    /** The focus stays with the question that is moved. */
    private void swap(int from, int to) {
        Collections.swap(chosen, from, to);
        changed();
        List<Button> acts = rows.getComponentAt(to)
                .getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
        Button same = acts.get(to < from ? 0 : 1);
        (same.isEnabled() ? same : acts.get(to < from ? 1 : 0)).focus();
    }

    private void changed() {
        typing.keep("questions");
        list();
    }

    /** The section as it is typed; empty when a field is wrong, which says so. */
    Optional<QuizSection> section() {
        boolean asked = way.getValue() == Way.NAMED;
        Integer many = draw.getValue();
        wrong(title, title.getValue().isBlank() || title.getValue().strip().length() > MOST);
        question.setErrorMessage(getTranslation("assessment.sections.question.missing"));
        question.setInvalid(asked && chosen.isEmpty());
        draw.setErrorMessage(getTranslation("assessment.rules.range", 1, MOST));
        draw.setInvalid(!asked && (many == null || many < 1 || many > MOST));
        if (title.isInvalid()) {
            title.focus();
        } else if (question.isInvalid()) {
            question.focus();
        } else if (draw.isInvalid()) {
            draw.focus();
        } else {
            return Optional.of(
                    asked ? new Fixed(title.getValue().strip(), intro.getValue().strip(), chosen) : drawn());
        }
        return Optional.empty();
    }

    private void wrong(TextField field, boolean wrong) {
        field.setErrorMessage(getTranslation("assessment.sections.title-of.wrong", MOST));
        field.setInvalid(wrong);
    }

    void begin() {
        title.focus();
    }

    void forget() {
        typing.forget();
    }
}
