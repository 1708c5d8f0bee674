package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.QuizDrafting;
import org.collegium.assessment.bank.ReadItem;
import org.collegium.assessment.bank.ui.FaultLines;
import org.collegium.assessment.bank.ui.WritingWays;
import org.collegium.assessment.bank.ui.YamlEditor;
import org.collegium.assessment.ui.QuestionPreviews;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/**
 * A whole quiz as text, rules, sections and questions, beside what learners see of one question. What is typed is kept in the tab
 * until it is saved, and where the quiz became another meanwhile both texts are shown.
 */
final class QuizTextPanel extends NativeDetails {

    private final transient Parts parts;
    private final transient QuizDesk desk;
    private final YamlEditor yaml;
    private final FaultLines faults;
    private final WritingWays ways;
    private final QuestionInFields fields;
    private final Select<String> shown = new Select<>();
    private final QuizTextPreview preview;
    private final Paragraph told = new Paragraph();
    private final TextConflict conflict = new TextConflict();
    private final transient KeptTyping typing;
    private String basedOn = "";
    private boolean begun;
    private boolean inFields = true;
    private transient List<ImportFault> found = List.of();

    /** What it works with. */
    record Parts(QuizDrafting drafting, QuestionPreviews previews, Messages messages) {}

    QuizTextPanel(Parts parts, QuizDesk desk, Supplier<ActivityPlace> place) {
        this.parts = parts;
        this.desk = desk;
        preview = new QuizTextPreview(parts.previews(), place);
        setSummaryText(getTranslation("assessment.text.title"));
        addClassName("c-quiz-part");
        yaml = new YamlEditor(getTranslation("assessment.text.title"), getTranslation("assessment.text.help"), false);
        faults = new FaultLines(parts.messages(), this::goTo);
        fields = new QuestionInFields(
                parts.messages(),
                yaml,
                this::written,
                this::choose,
                picture -> parts.previews().picture(place.get(), picture));
        faults.inForm(fields::lead, fields::said);
        fields.onSave(this::save);
        ways = new WritingWays(this::write);
        Paragraph lead = new Paragraph(getTranslation("assessment.text.lead"));
        lead.addClassNames("c-muted", "c-small");
        Section source = new Section(lead, ways, adding(), fields, yaml, faults, conflict, foot());
        source.addClassName("c-bank-source");
        Div both = new Div(source, preview);
        both.addClassName("c-bank-editor");
        setContent(both);
        typing = new KeptTyping(source, "quiz-text/" + desk.place())
                .with("based-on", () -> basedOn, text -> basedOn = text)
                .with("yaml", yaml);
        yaml.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typing.keep("based-on");
            }
            changed();
        });
        yaml.onSave(this::save);
        addToggleListener(toggle -> begin());
        basedOn = hash(desk.text());
        yaml.setValue(desk.text());
    }

    /** Nobody waits for the preview of a text that is folded away. */
    private void begin() {
        if (!begun) {
            begun = true;
            look();
        }
    }

    /** What was typed before and comes back is shown. */
    private void changed() {
        if (begun) {
            look();
        } else if (unsaved()) {
            setOpen(true);
            begin();
        }
    }

    private boolean unsaved() {
        return !yaml.getValue().equals(desk.text());
    }

    private Component adding() {
        Select<String> kind = new Select<>();
        kind.setLabel(getTranslation("assessment.text.add.kind"));
        kind.setItems(ItemTemplates.kinds());
        kind.setItemLabelGenerator(one -> getTranslation("assessment.bank.kind." + one));
        kind.setValue(ItemTemplates.kinds().getFirst());
        Button add =
                new Button(getTranslation("assessment.text.add"), Glyph.PLUS.create(), click -> add(kind.getValue()));
        shown.setLabel(getTranslation("assessment.text.question"));
        shown.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        Div adding = new Div(shown, kind, add);
        adding.addClassName("c-bank-foot");
        desk.pictures().ifPresent(pictures -> {
            yaml.takePictures(pictures);
            adding.add(yaml.adding());
        });
        return adding;
    }

    private Component foot() {
        told.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("assessment.text.save"), Glyph.SAVE.create(), click -> save());
        save.addThemeNames("primary");
        Button back = new Button(getTranslation("assessment.text.back"), Glyph.UNDO_2.create(), click -> takeBack());
        Div foot = new Div(save, back, told);
        foot.addClassName("c-bank-foot");
        return foot;
    }

    /** The quiz is another now; what is typed and not saved stays. */
    void follow(String before) {
        if (yaml.getValue().equals(before)) {
            put(desk.text());
        }
    }

    private void put(String text) {
        basedOn = hash(text);
        yaml.setValue(text);
        yaml.setUnsaved(false);
        typing.forget();
        conflict.removeAll();
    }

    private SourceFile typed() {
        return SourceFile.of(desk.file(), yaml.getValue());
    }

    private void look() {
        ReadItem read = parts.drafting().read(typed());
        found = read.faults();
        preview.follow(read.quiz());
        fields.keys().ifPresent(this::offer);
        write(inFields);
        yaml.setUnsaved(unsaved());
        if (unsaved()) {
            tell("assessment.bank.unsaved", false);
        }
    }

    private void tell() {
        faults.show(found);
        yaml.mark(found.stream().map(ImportFault::line).filter(line -> line > 0).toList());
    }

    private void offer(List<String> keys) {
        String chosen = Optional.ofNullable(shown.getValue())
                .filter(keys::contains)
                .orElse(keys.isEmpty() ? null : keys.getFirst());
        shown.setItems(keys);
        shown.setItemLabelGenerator(key -> getTranslation("assessment.text.nth", keys.indexOf(key) + 1, key));
        shown.setValue(chosen);
        preview.show(chosen);
    }

    /** @param asked whether the chosen question is shown in fields; as text where it cannot be */
    private void write(boolean asked) {
        inFields = asked;
        fields.say(found, faults::reason);
        fields.setVisible(asked);
        boolean open = asked && fields.show(shown.getValue());
        fields.setVisible(open);
        yaml.setOpen(!open);
        ways.show(open, asked && !open);
        tell();
    }

    private void choose(String key) {
        shown.setValue(key);
        write(inFields);
        preview.show(key);
    }

    /** Something was typed in a field. */
    private void written(String text) {
        yaml.setValue(text);
        typing.keep("based-on");
        typing.keep("yaml");
    }

    /** What is wrong may be in another question than the one in the fields. */
    private void goTo(int line, int column) {
        if (!fields.goTo(line)) {
            write(false);
            yaml.goTo(line, column);
        }
    }

    private void add(String kind) {
        try {
            written(parts.drafting().begun(typed(), kind));
            List<String> keys = shown.getListDataView().getItems().toList();
            if (!keys.isEmpty()) {
                choose(keys.getLast());
            }
            if (!fields.isVisible()) {
                yaml.goTo((int) yaml.getValue().lines().count(), 1);
            }
        } catch (RuleViolation violation) {
            refuse(violation);
        }
    }

    private void save() {
        conflict.removeAll();
        ReadItem read = parts.drafting().read(typed());
        if (!read.readable()) {
            found = read.faults();
            write(inFields);
            tell("assessment.text.faulty", true);
        } else if (!basedOn.equals(hash(desk.text()))) {
            tell("assessment.text.conflict", true);
            conflict();
        } else {
            keep();
        }
    }

    private void keep() {
        String text = yaml.getValue();
        try {
            desk.keep(text);
            put(text);
            tell("assessment.keys.saved", false);
        } catch (RuleViolation violation) {
            refuse(violation);
            told.add(" " + getTranslation("assessment.text.stays"));
        }
    }

    private void takeBack() {
        put(desk.text());
        tell("assessment.text.taken-back", false);
    }

    private void conflict() {
        conflict.show(
                desk.text(),
                yaml.getValue(),
                () -> {
                    basedOn = hash(desk.text());
                    save();
                },
                this::takeBack);
    }

    private void refuse(RuleViolation violation) {
        told.setClassName("c-bank-trouble", true);
        told.setText(getTranslation(
                "assessment.bank.not-saved",
                getTranslation(violation.code(), violation.arguments().toArray())));
    }

    private void tell(String key, boolean trouble) {
        told.setClassName("c-bank-trouble", trouble);
        told.setText(getTranslation(key));
    }

    private static String hash(String text) {
        return SourceFile.of("quiz.yaml", text).sha256();
    }
}
