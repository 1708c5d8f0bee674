package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Collectors;
import org.collegium.assessment.FileKind;
import org.collegium.assessment.FileLimits;

/** What may be handed in, in words. */
public final class FileRules extends Paragraph {

    static final String CLASSES = "quiz-files-rules c-muted c-small";

    public FileRules(FileLimits limits) {
        setClassName(CLASSES);
        setText(text(limits));
    }

    /** The same as a part of something else. */
    static String text(FileLimits limits) {
        return translate("assessment.files.rules", limits.most(), limits.megabytes()) + " "
                + (limits.take(FileKind.ANY) ? translate("assessment.files.rules.any") : kinds(limits));
    }

    private static String kinds(FileLimits limits) {
        return translate(
                "assessment.files.rules.kinds",
                limits.kinds().stream()
                        .map(kind -> translate("assessment.files.kind." + kind))
                        .collect(Collectors.joining(", ")));
    }
}
