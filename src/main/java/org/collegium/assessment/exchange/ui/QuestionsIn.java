package org.collegium.assessment.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.collegium.assessment.exchange.DraftPictures;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.UploadTroubles;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody brings questions of another platform. A file is only read first, with a report; its questions are added when
 * they say so, and can be taken back.
 */
public final class QuestionsIn extends Section {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final transient Place place;
    private final Upload upload = new Upload();
    private final Div read = new Div();

    /** Where the questions go. */
    public interface Place {

        /** Keys that questions there have, so that others get other ones. */
        Set<String> taken();

        /** Files that there are, by the paths that questions have for them; null where pictures cannot come along. */
        default @Nullable DraftPictures beside() {
            return null;
        }

        /** Keys of the questions that are there already, so that bringing a file again brings nothing twice. */
        Set<String> there(ReadQuestions found);

        /**
         * Adds all questions, with their pictures, or none.
         *
         * @return takes them back again
         * @throws RuleViolation when they cannot be added
         */
        Runnable add(ReadQuestions found);

        /** Says how many were added. */
        String added(int number);

        /** Says that they are taken back. */
        String takenBack();
    }

    /** @param title above it, and what it says of what becomes of the questions */
    public QuestionsIn(Place place, String title, String lead) {
        this.place = place;
        addClassNames("c-surface", "c-studio");
        read.addClassName("c-studio");
        read.getElement().setAttribute("role", "status");
        describeUpload();
        add(new H2(title), new Paragraph(lead), upload, read);
    }

    private void describeUpload() {
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".txt", ".gift", ".xml", ".zip");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("assessment.exchange.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("assessment.exchange.drop")));
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(getTranslation("assessment.exchange.too-big"));
        refused.setIncorrectFileType(getTranslation("assessment.exchange.other-type"));
        refused.setTooManyFiles(getTranslation("assessment.exchange.one"));
        UploadI18N words = new UploadI18N();
        words.setError(refused);
        upload.setI18n(words);
        UploadTroubles.tell(upload, this::trouble);
        upload.setUploadHandler(
                BoundedUpload.toTempFile(LARGEST, (metadata, file) -> received(file.toPath(), metadata.fileName())));
    }

    private void received(Path file, String name) {
        try {
            show(QuestionExchange.read(file, name, place.beside(), place.taken()));
        } finally {
            discard(file);
        }
        upload.clearFileList();
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            file.toFile().deleteOnExit();
        }
    }

    /** What was found, before anything is changed. */
    public void show(ReadQuestions found) {
        read.removeAll();
        read.add(new ExchangeReport("assessment.exchange.read", found.counts(), found.faults()));
        if (found.usable()) {
            Set<String> there = place.there(found);
            if (!there.isEmpty()) {
                read.add(new Paragraph(getTranslation("assessment.exchange.there", there.size())));
            }
            offer(found.without(there));
        } else {
            read.add(new Paragraph(getTranslation("assessment.exchange.nothing")));
        }
    }

    private void offer(ReadQuestions found) {
        int number = found.questions().size();
        if (number > 0) {
            Button add = new Button(
                    getTranslation("assessment.exchange.add", number), Glyph.PLUS.create(), click -> add(found));
            add.addThemeNames("primary");
            add.setDisableOnClick(true);
            read.add(actions(add));
        }
    }

    private void add(ReadQuestions found) {
        try {
            Runnable back = place.add(found);
            Button undo = new Button(getTranslation("shared.undo"), Glyph.UNDO_2.create(), click -> undo(back));
            tell(place.added(found.questions().size()), undo);
        } catch (RuleViolation violation) {
            show(found);
            refused(violation);
        }
    }

    private void undo(Runnable back) {
        try {
            back.run();
            tell(place.takenBack());
        } catch (RuleViolation violation) {
            refused(violation);
        }
    }

    private void refused(RuleViolation violation) {
        read.add(wrong(getTranslation(
                "assessment.keys.unsaved",
                getTranslation(violation.code(), violation.arguments().toArray()))));
    }

    /** The browser did not send a file; what was told of another one is not about it. */
    private void trouble(String why) {
        read.removeAll();
        read.add(wrong(why));
    }

    private static Paragraph wrong(String why) {
        Paragraph words = new Paragraph(why);
        words.addClassName("c-keys-trouble");
        return words;
    }

    private void tell(String words, Component... more) {
        read.removeAll();
        read.add(new Paragraph(words));
        if (more.length > 0) {
            read.add(actions(more));
        }
        FocusAgain.at(this, getTranslation("shared.undo"));
    }

    private static Div actions(Component... acts) {
        Div actions = new Div(acts);
        actions.addClassName("c-studio-actions");
        return actions;
    }
}
