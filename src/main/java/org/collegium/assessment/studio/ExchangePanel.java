package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collegium.assessment.exchange.ExchangeFormat;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.assessment.exchange.WrittenQuestions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;

/**
 * Where an author brings questions of another platform into a quiz and takes its questions to one. A file is only read
 * first, with a report; its questions are added when the author says so, and can be taken back.
 */
final class ExchangePanel extends NativeDetails {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final QuizDesk desk;
    private final Upload upload = new Upload();
    private final Div read = new Div();
    private final Div written = new Div();

    ExchangePanel(QuizDesk desk) {
        this.desk = desk;
        setSummaryText(getTranslation("assessment.exchange.title"));
        addClassNames("c-column-narrow", "c-exchange");
        read.getElement().setAttribute("role", "status");
        written.getElement().setAttribute("role", "status");
        Div content = new Div(in(), out());
        content.addClassName("c-studio");
        setContent(content);
    }

    private Component in() {
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
        upload.setUploadHandler(
                UploadHandler.toTempFile((metadata, file) -> received(file.toPath(), metadata.fileName())));
        return section("in", upload, read);
    }

    private Section section(String which, Component... parts) {
        Section section = new Section(
                new H2(getTranslation("assessment.exchange." + which)),
                new Paragraph(getTranslation("assessment.exchange." + which + ".lead")));
        section.add(parts);
        section.addClassNames("c-surface", "c-studio");
        return section;
    }

    private void received(Path file, String name) {
        try {
            show(QuestionExchange.read(file, name, false, desk.taken()));
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
    void show(ReadQuestions found) {
        read.removeAll();
        read.add(new ExchangeReport("assessment.exchange.read", found.counts(), found.faults()));
        if (found.usable()) {
            int number = found.counts().carried();
            Button add = new Button(
                    getTranslation("assessment.exchange.add", number), Glyph.PLUS.create(), click -> add(found));
            add.addThemeNames("primary");
            read.add(add);
        } else {
            read.add(new Paragraph(getTranslation("assessment.exchange.nothing")));
        }
    }

    private void add(ReadQuestions found) {
        try {
            Runnable back = desk.add(found.asked());
            Button undo = new Button(getTranslation("shared.undo"), Glyph.UNDO_2.create(), click -> undo(back));
            tell(getTranslation("assessment.exchange.added", found.counts().carried()), undo);
        } catch (RuleViolation violation) {
            refused(violation);
        }
    }

    private void undo(Runnable back) {
        try {
            back.run();
            tell(getTranslation("assessment.exchange.undone"));
        } catch (RuleViolation violation) {
            refused(violation);
        }
    }

    private void refused(RuleViolation violation) {
        Paragraph why = new Paragraph(getTranslation(
                "assessment.keys.unsaved",
                getTranslation(violation.code(), violation.arguments().toArray())));
        why.addClassName("c-keys-trouble");
        read.add(why);
    }

    private void tell(String words, Component... more) {
        read.removeAll();
        read.add(new Paragraph(words));
        read.add(more);
    }

    private Component out() {
        Div formats = new Div();
        formats.addClassName("c-chips");
        for (ExchangeFormat format : ExchangeFormat.values()) {
            formats.add(new Button(getTranslation("assessment.exchange.format." + format), click -> write(format)));
        }
        return section("out", formats, written);
    }

    private void write(ExchangeFormat format) {
        WrittenQuestions made = QuestionExchange.write(desk.quiz(), format, desk.name());
        byte[] content = made.file().bytes();
        String name = made.file().path();
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(content), name, format.mediaType(), content.length)),
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(name));
        download.addClassNames("c-button", "c-button-primary");
        written.removeAll();
        written.add(new ExchangeReport("assessment.exchange.written", made.counts(), made.faults()), download);
    }
}
