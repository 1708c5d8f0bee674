package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.bank.BankFile;
import org.collegium.assessment.bank.BankFiles;
import org.collegium.assessment.bank.ItemDraft;
import org.collegium.assessment.bank.ItemSaved;
import org.collegium.assessment.bank.ItemVersion;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.ReadItem;
import org.collegium.assessment.ui.QuestionPreviews;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A question beside what learners will see. What is typed is kept in the tab until it is saved; when a save is refused, it stays. */
final class ItemEditor extends Div {

    private static final long SEED = 20261129;

    private final transient Parts parts;
    private final transient Subject subject;
    private final QuestionSource source;
    private final TextField note = new TextField();
    private final Button save;
    private final Paragraph told = new Paragraph();
    private final Div conflict = new Div();
    private final Div preview = new Div();
    private final Paragraph old = new Paragraph();
    private int basedOn;
    private String saved;
    private long seed = SEED;

    /** What an editor works with. */
    record Parts(QuestionBank bank, BankFiles files, QuestionPreviews previews, Messages messages) {}

    /**
     * What is edited.
     *
     * @param key null for a new item
     * @param keptAs what the tab keeps it as until it is saved: its key, or the kind of a new item
     * @param basedOn number of the version; 0 for a new item
     * @param done is told the key and number of what was saved
     */
    record Subject(
            PartnerId partner,
            @Nullable String key,
            String keptAs,
            int basedOn,
            String content,
            @Nullable String courseKey,
            boolean mayEdit,
            ActivityPlace place,
            Consumer<ItemSaved.Kept> done) {}

    ItemEditor(Parts parts, Subject subject) {
        this.parts = parts;
        this.subject = subject;
        this.basedOn = subject.basedOn();
        this.saved = subject.content();
        addClassName("c-bank-editor");
        source = new QuestionSource(
                parts.messages(),
                "question/" + subject.partner() + "/" + subject.keptAs(),
                subject.key() == null,
                subject.mayEdit(),
                this::look,
                picture -> parts.previews().picture(subject.place(), picture));
        save = new Button(getTranslation("assessment.bank.save"), Glyph.SAVE.create(), click -> save());
        save.addThemeNames("primary");
        if (subject.mayEdit()) {
            source.takePictures(new FileReceiver(BankFiles.LARGEST, this::added, this::told));
            source.add(conflict, foot());
        }
        Button again = new Button(
                getTranslation("assessment.bank.preview.again"), Glyph.REFRESH_CW.create(), click -> drawAgain());
        again.addThemeNames("tertiary", "small");
        Div head = new Div(new H2(getTranslation("assessment.bank.preview")), again);
        head.addClassName("c-studio-actions");
        preview.addClassName("c-bank-preview");
        old.setText(getTranslation("assessment.bank.preview.old"));
        old.addClassNames("c-muted", "c-small");
        Section seen = new Section(head, old, preview);
        seen.addClassNames("c-surface", "c-bank-seen");
        add(source, seen);
        source.onSave(this::save);
        source.begin(
                subject.content(),
                subject.mayEdit(),
                () -> String.valueOf(basedOn),
                text -> basedOn = Integer.parseInt(text));
    }

    private FileReceiver.Added added(String name, byte[] content) {
        BankFile file = parts.files().add(subject.partner(), name, content);
        return new FileReceiver.Added(file.path(), true, file.mediaType());
    }

    private String told(RuleViolation refused) {
        return getTranslation(refused.code(), refused.arguments().toArray());
    }

    private Component foot() {
        note.setLabel(getTranslation("assessment.bank.note"));
        note.setHelperText(getTranslation("assessment.bank.note.help"));
        told.getElement().setAttribute("role", "status");
        conflict.addClassName("c-bank-conflict");
        Div foot = new Div(note, save, told);
        foot.addClassName("c-bank-foot");
        return foot;
    }

    /** Whether there is something that is not saved. */
    boolean unsaved() {
        return subject.mayEdit() && !source.text().equals(saved);
    }

    /** Gives up what was typed. */
    void forget() {
        source.forget();
        saved = source.text();
    }

    private void look() {
        source.setUnsaved(unsaved());
        try {
            lookAgain();
        } catch (DataAccessException | TransactionException unreachable) {
            old.setVisible(true);
            told.setText(getTranslation("assessment.bank.unreachable"));
        }
    }

    private void lookAgain() {
        ReadItem read = parts.bank().read(subject.partner(), source.text(), subject.key());
        source.say(read.faults());
        read.quiz().ifPresent(this::preview);
        old.setVisible(read.quiz().isEmpty());
        if (unsaved()) {
            told.setText(getTranslation("assessment.bank.unsaved"));
        }
    }

    private void preview(Quiz quiz) {
        preview.removeAll();
        preview.add(parts.previews().of(subject.place(), quiz, seed));
    }

    private void drawAgain() {
        seed++;
        look();
    }

    private void save() {
        if (!subject.mayEdit()) {
            return;
        }
        conflict.removeAll();
        try {
            said(parts.bank()
                    .save(
                            subject.partner(),
                            new ItemDraft(
                                    subject.key(), basedOn, source.text(), subject.courseKey(), note.getValue())));
        } catch (RuleViolation violation) {
            refuse(told(violation));
        } catch (DataAccessException | TransactionException unreachable) {
            refuse(getTranslation("assessment.bank.unreachable"));
        }
    }

    private void said(ItemSaved result) {
        switch (result) {
            case ItemSaved.Kept kept -> {
                basedOn = kept.number();
                note.clear();
                forget();
                tell(getTranslation("assessment.bank.saved", kept.number()));
                subject.done().accept(kept);
            }
            case ItemSaved.Unchanged(String _, int number) -> {
                basedOn = number;
                forget();
                tell(getTranslation("assessment.bank.same", number));
            }
            case ItemSaved.Faulty(List<ImportFault> found) -> {
                source.say(found);
                refuse(getTranslation("assessment.bank.faulty"));
            }
            case ItemSaved.KeyTaken(String key) -> {
                String reason = getTranslation("assessment.bank.key-taken", key);
                refuse(reason);
                source.taken(reason);
            }
            case ItemSaved.ChangedMeanwhile(ItemVersion theirs) -> {
                refuse(getTranslation("assessment.bank.conflict"));
                conflict(theirs);
            }
        }
    }

    private void tell(String text) {
        told.removeClassName("c-bank-trouble");
        told.setText(text);
    }

    private void refuse(String reason) {
        told.addClassName("c-bank-trouble");
        told.setText(getTranslation("assessment.bank.not-saved", reason));
    }

    /** Both texts are there; the author decides which lines stay. */
    private void conflict(ItemVersion theirs) {
        Button mine = new Button(getTranslation("assessment.bank.conflict.mine"), click -> {
            basedOn = theirs.number();
            save();
        });
        Button take = new Button(getTranslation("assessment.bank.conflict.theirs"), click -> {
            basedOn = theirs.number();
            source.put(theirs.content());
            forget();
            conflict.removeAll();
            look();
            tell(getTranslation("assessment.bank.conflict.taken", theirs.number()));
        });
        Div acts = new Div(mine, take);
        acts.addClassName("c-studio-actions");
        conflict.add(
                new H2(getTranslation("assessment.bank.conflict.title", theirs.number())),
                new Paragraph(getTranslation("assessment.bank.conflict.text")),
                new DifferenceLines(theirs.content(), source.text()),
                acts);
    }
}
