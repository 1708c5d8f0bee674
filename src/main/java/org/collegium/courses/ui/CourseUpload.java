package org.collegium.courses.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.importing.CourseUploads;
import org.collegium.courses.importing.CourseUploads.Unfinished;
import org.collegium.partners.PartnerId;
import org.collegium.shared.ui.SiteFiles;
import org.collegium.source.SourceLimits;
import tools.jackson.databind.json.JsonMapper;

/** Sends a course in pieces, and leads to the import that reads it. */
@Tag("c-course-upload")
final class CourseUpload extends Component {

    /** Archives, and what is a course by itself. */
    private static final List<String> ACCEPTED =
            List.of(".zip", ".imscc", ".mbz", ".pptx", ".odp", ".tar.gz", ".tgz", ".gz", ".md", ".ipynb");

    private static final List<String> TEXTS = List.of(
            "choose",
            "drop",
            "label",
            "there",
            "rate",
            "seconds",
            "minutes",
            "looking",
            "again",
            "checking",
            "paused",
            "failed",
            "whole",
            "pause",
            "on",
            "other",
            "remove",
            "removed",
            "unfinished",
            "problem.kind",
            "problem.empty",
            "problem.large",
            "problem.several",
            "problem.own",
            "problem.partner",
            "problem.disk",
            "problem.changed",
            "problem.forbidden",
            "problem.unreadable",
            "problem.unknown",
            "problem.gone",
            "problem.again");

    private final transient CourseUploads uploads;
    private final PartnerId partner;
    private final transient Runnable left;

    /** @param left what happens when somebody turns to another file */
    CourseUpload(CourseUploads uploads, PartnerId partner, Runnable left) {
        this.uploads = uploads;
        this.partner = partner;
        this.left = left;
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(name -> texts.put(name, getTranslation("courses.importing.upload." + name)));
        List<Unfinished> unfinished = uploads.unfinished(partner);
        getElement()
                .setAttribute("data-texts", JsonMapper.shared().writeValueAsString(texts))
                .setAttribute("data-unfinished", JsonMapper.shared().writeValueAsString(unfinished))
                .setAttribute("data-accept", String.join(",", ACCEPTED))
                .setAttribute("data-most", Long.toString(SourceLimits.standard().totalBytes()));
        renew();
    }

    /** The ticket has ended; asked again whether the person may. */
    @ClientCallable
    void renew() {
        getElement().setAttribute("data-ticket", uploads.ticket(partner).token());
    }

    @ClientCallable
    void imported(String job) {
        CoursesNavigation.go(CoursesNavigation.running(UUID.fromString(job)));
    }

    @ClientCallable
    void left() {
        left.run();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.COURSE_UPLOAD);
    }
}
