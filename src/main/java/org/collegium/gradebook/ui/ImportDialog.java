package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.GradeFiles;
import org.collegium.gradebook.GradeFiles.Imported;
import org.collegium.gradebook.files.SheetFault;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;
import org.collegium.shared.ui.UploadTroubles;

/** Takes scores of entries by hand from a file: first it is said what would be done, line by line where something is wrong. */
final class ImportDialog extends Dialog {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final List<String> FAULTS =
            List.of("gradebook.file.line", "gradebook.file.column", "gradebook.file.fault");

    private final transient GradeFiles files;
    private final CourseRunId run;
    private final transient Runnable done;
    private final Upload upload = new Upload();
    private final Div report = new Div();
    private final Button take = new Button(getTranslation("gradebook.import.take"));
    private byte[] content = {};

    ImportDialog(GradeFiles files, CourseRunId run, Runnable done) {
        this.files = files;
        this.run = run;
        this.done = done;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(getTranslation("gradebook.import"));
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("gradebook.import.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("gradebook.import.drop")));
        UploadI18N.Error refused = new UploadI18N.Error();
        refused.setFileIsTooBig(getTranslation("gradebook.file.large", LARGEST / 1024 / 1024));
        refused.setIncorrectFileType(getTranslation("gradebook.import.type"));
        refused.setTooManyFiles(getTranslation("gradebook.import.one"));
        upload.setI18n(new UploadI18N().setError(refused));
        UploadTroubles.tell(upload, why -> {
            take.setVisible(false);
            refuse(why);
        });
        upload.setUploadHandler(BoundedUpload.inMemory(LARGEST, (metadata, data) -> look(data)));
        report.getElement().setAttribute("role", "status");
        take.addThemeNames("primary");
        take.setVisible(false);
        take.addClickListener(click -> take());
        add(new Paragraph(getTranslation("gradebook.import.text")), upload, report);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), take);
    }

    /** Says what a file would do, before anything is done. */
    void look(byte[] data) {
        content = data.clone();
        upload.clearFileList();
        report.removeAll();
        take.setVisible(false);
        try {
            show(files.look(run, content));
        } catch (RuleViolation violation) {
            refuse(violation);
        }
    }

    private void show(Imported found) {
        if (!found.faults().isEmpty()) {
            report.add(new Paragraph(
                    getTranslation("gradebook.import.faults", found.faults().size())));
            GradeTable table = new GradeTable(getTranslation("gradebook.import.faults.name"), FAULTS);
            found.faults().forEach(fault -> table.row(cells(fault)));
            report.add(table);
            return;
        }
        report.add(new Paragraph(
                getTranslation("gradebook.import.would", found.added(), found.changed(), found.unchanged())));
        if (!found.ignored().isEmpty()) {
            report.add(new Paragraph(getTranslation("gradebook.import.ignored", String.join(", ", found.ignored()))));
        }
        take.setVisible(found.added() + found.changed() > 0);
    }

    private List<Span> cells(SheetFault fault) {
        return List.of(
                new Span(String.valueOf(fault.line())),
                new Span(fault.column()),
                new Span(getTranslation(fault.code(), fault.arguments().toArray())));
    }

    private void take() {
        try {
            Imported found = files.take(run, content);
            if (found.faults().isEmpty()) {
                Toasts.show(getTranslation("gradebook.import.done", found.added() + found.changed()));
                close();
                done.run();
            } else {
                report.removeAll();
                show(found);
                take.setVisible(false);
            }
        } catch (RuleViolation violation) {
            refuse(violation);
        }
    }

    private void refuse(RuleViolation violation) {
        refuse(getTranslation(violation.code(), violation.arguments().toArray()));
    }

    private void refuse(String why) {
        report.removeAll();
        report.add(new Paragraph(why));
    }
}
