package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.imports.Keys;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** The skills of a course, one row each: found among those of the alliance, or new. A skill keeps its key when its title changes. */
final class SkillFields extends FieldSet {

    private static final int PARTS = 3;

    private final Div rows = new Div();
    private final List<Row> skills = new ArrayList<>();
    private final ComboBox<CourseSkill> choice = new ComboBox<>();

    private transient Runnable changed = () -> {};

    SkillFields() {
        super();
        setLegendText(getTranslation("courses.details.skills"));
        addClassName("c-studio-authors");
        Paragraph help = new Paragraph(getTranslation("courses.details.skills.help"));
        help.addClassNames("c-muted", "c-small");
        rows.addClassName("c-studio-stack");
        choice.setLabel(getTranslation("courses.details.skills.add"));
        choice.setHelperText(getTranslation("courses.details.skills.add.help"));
        choice.setItemLabelGenerator(CourseSkill::title);
        choice.setAllowCustomValue(true);
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                put(change.getValue());
                choice.clear();
            }
        });
        choice.addCustomValueSetListener(typed -> {
            String title = typed.getDetail().strip();
            if (!title.isEmpty()) {
                put(new CourseSkill(Keys.of(title), title, null));
            }
            choice.clear();
        });
        add(help, rows, choice);
    }

    /** @param known skills that other courses have, offered by their titles */
    void begin(List<CourseSkill> given, List<CourseSkill> known) {
        choice.setItems(known);
        show(given);
    }

    /** Where it is told that the skills break a rule. */
    ComboBox<CourseSkill> choice() {
        return choice;
    }

    /** What is there already is not there twice. */
    private void put(CourseSkill skill) {
        boolean there = skills.stream().anyMatch(row -> row.key().equals(skill.key()));
        if (!there) {
            row(skill);
            changed.run();
        }
    }

    List<CourseSkill> skills() {
        return skills.stream()
                .map(row -> new CourseSkill(row.key(), row.title().getValue().strip(), row.esco()))
                .toList();
    }

    private void show(List<CourseSkill> given) {
        skills.clear();
        rows.removeAll();
        given.forEach(this::row);
    }

    /** @param then what to do whenever a person has changed something */
    void whenChanged(Runnable then) {
        changed = then;
    }

    /** A line for each skill, with tabs between key, title and the address of what it is elsewhere. */
    String written() {
        return skills().stream()
                .map(skill -> skill.key() + "\t" + skill.title().replaceAll("\\s", " ") + "\t"
                        + (skill.esco() == null ? "" : skill.esco()))
                .collect(Collectors.joining("\n"));
    }

    /** Shows what was written so. */
    void read(String written) {
        show(written.lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new CourseSkill(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2]))
                .toList());
    }

    private void row(CourseSkill skill) {
        TextField title = new TextField();
        title.setValue(skill.title());
        title.setHelperText(skill.key());
        title.setAriaLabel(getTranslation("courses.details.skill", skill.key()));
        title.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        Div line = new Div();
        line.addClassName("c-studio-skill");
        Row row = new Row(skill.key(), title, skill.esco());
        Button remove = new Button(Glyph.X.create(), click -> {
            int at = skills.indexOf(row);
            skills.remove(row);
            rows.remove(line);
            changed.run();
            IntStream.of(Math.min(at, skills.size() - 1))
                    .filter(next -> next >= 0)
                    .forEach(next -> skills.get(next).title().focus());
        });
        remove.setAriaLabel(getTranslation("courses.details.skill.remove", skill.title()));
        remove.addThemeNames("tertiary");
        line.add(title, remove);
        skills.add(row);
        rows.add(line);
    }

    private record Row(
            String key, TextField title, @Nullable String esco) {}
}
