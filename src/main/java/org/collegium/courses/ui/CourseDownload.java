package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.collegium.courses.CourseId;
import org.collegium.courses.ExportingCourses;
import org.collegium.shared.ui.Glyph;

/** A way to take a draft or version out as a zip; it is written as it is read, when somebody follows it. */
final class CourseDownload extends Anchor {

    CourseDownload(ExportingCourses exporting, CourseId course, CourseEdition edition, String words) {
        super(
                (DownloadHandler) event -> {
                    Optional<CourseExport> export = exporting.find(course, edition);
                    if (export.isEmpty()) {
                        event.getResponse().setStatus(404);
                        return;
                    }
                    event.setFileName(export.get().name() + ".zip");
                    event.setContentType("application/zip");
                    try {
                        export.get().writeZip(event.getOutputStream());
                    } catch (IOException goneAway) {
                        throw new UncheckedIOException(goneAway);
                    }
                },
                "");
        add(Glyph.DOWNLOAD.create(), new Span(words));
        addClassNames("c-small", "c-download");
    }
}
