package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseDetails;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** The authors of a course, one row each. */
final class AuthorFields extends FieldSet {

    private static final CourseAuthor NOBODY = new CourseAuthor("", null, null);
    private static final int PARTS = 3;

    private final Div rows = new Div();
    private final List<Row> authors = new ArrayList<>();

    private transient Runnable changed = () -> {};

    AuthorFields(List<CourseAuthor> given) {
        super();
        setLegendText(getTranslation("courses.details.authors"));
        addClassName("c-studio-authors");
        rows.addClassName("c-studio-stack");
        show(given);
        Button another = new Button(getTranslation("courses.details.author.add"), Glyph.PLUS.create(), click -> {
            row(NOBODY).name().focus();
        });
        another.addThemeNames("tertiary");
        add(rows, another);
    }

    List<CourseAuthor> authors() {
        return authors.stream()
                .map(row -> new CourseAuthor(
                        row.name().getValue().strip(),
                        given(row.role().getValue()),
                        given(row.url().getValue())))
                .toList();
    }

    private void show(List<CourseAuthor> given) {
        authors.clear();
        rows.removeAll();
        given.forEach(this::row);
        if (given.isEmpty()) {
            row(NOBODY);
        }
    }

    /** @param then what to do whenever a person has changed something */
    void whenChanged(Runnable then) {
        changed = then;
    }

    /** A line for each author, with tabs between name, role and address. */
    String written() {
        return authors().stream()
                .map(author -> Stream.of(author.name(), author.role(), author.url())
                        .map(text -> text == null ? "" : text.replaceAll("\\s", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Shows what was written so. */
    void read(String written) {
        show(written.lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new CourseAuthor(parts[0], given(parts[1]), given(parts[2])))
                .toList());
    }

    /** Whether every author can be kept; what cannot is told at its field. */
    boolean check() {
        return authors.stream().filter(row -> !row.check()).toList().isEmpty();
    }

    private Row row(CourseAuthor author) {
        Div line = new Div();
        line.addClassName("c-studio-author");
        Row row = new Row(
                field("courses.details.author.name", author.name()),
                field("courses.details.author.role", author.role()),
                field("courses.details.author.url", author.url()));
        Button remove = new Button(Glyph.X.create(), click -> {
            authors.remove(row);
            rows.remove(line);
            changed.run();
        });
        remove.setAriaLabel(getTranslation("courses.details.author.remove"));
        remove.addThemeNames("tertiary");
        line.add(row.name(), row.role(), row.url(), remove);
        authors.add(row);
        rows.add(line);
        return row;
    }

    private TextField field(String key, @Nullable String value) {
        TextField field = new TextField(getTranslation(key));
        field.setValue(value == null ? "" : value);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        return field;
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private record Row(TextField name, TextField role, TextField url) {

        boolean check() {
            String address = url.getValue().strip();
            boolean nameless = name.getValue().isBlank() && !(role.getValue().isBlank() && address.isEmpty());
            boolean wrong = !address.isEmpty() && !CourseDetails.isAddress(address);
            boolean nameFits = fits(name);
            boolean roleFits = fits(role);
            if (nameless) {
                tell(name, true, "courses.details.author.nameless");
            }
            tell(url, wrong, "courses.details.author.url.syntax", RuleViolation.shortened(address));
            return nameFits && roleFits && !nameless && !wrong;
        }

        private static boolean fits(TextField field) {
            int found = field.getValue().strip().length();
            boolean fits = found <= CourseDetails.LONGEST_AUTHOR;
            tell(field, !fits, "courses.details.author.length", found, CourseDetails.LONGEST_AUTHOR);
            return fits;
        }

        private static void tell(TextField field, boolean wrong, String code, Object... arguments) {
            field.setErrorMessage(field.getTranslation(code, arguments));
            field.setInvalid(wrong);
            if (wrong) {
                field.focus();
            }
        }
    }
}
