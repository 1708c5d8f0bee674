package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.collegium.courses.CourseRun;
import org.collegium.gradebook.GradeFiles;
import org.collegium.gradebook.SheetForm;
import org.collegium.shared.ui.Glyph;

/** Gives the grades of a run as a file; for Excel with a mark by which it knows the encoding. */
final class ExportDialog extends Dialog {

    private static final String TYPE = "text/csv;charset=utf-8";

    ExportDialog(GradeFiles files, CourseRun run) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("gradebook.export"));
        Div ways = new Div(
                way("gradebook.export.plain", "grades.csv", files.export(run.id(), SheetForm.PLAIN)),
                way("gradebook.export.excel", "grades-excel.csv", files.export(run.id(), SheetForm.EXCEL)),
                way(
                        "gradebook.export.excel-semicolons",
                        "grades-excel.csv",
                        files.export(run.id(), SheetForm.EXCEL_WITH_SEMICOLONS)));
        ways.addClassName("c-studio-actions");
        add(new Paragraph(getTranslation("gradebook.export.text")), ways);
        getFooter().add(new Button(getTranslation("shared.close"), click -> close()));
    }

    private Anchor way(String key, String name, byte[] content) {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(
                        event -> new DownloadResponse(new ByteArrayInputStream(content), name, TYPE, content.length)),
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(getTranslation(key)));
        download.addClassName("c-button");
        return download;
    }
}
