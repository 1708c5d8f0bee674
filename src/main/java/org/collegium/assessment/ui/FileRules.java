package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Collectors;
import org.collegium.assessment.FileKind;
import org.collegium.assessment.FileLimits;

/** What may be handed in, in words. */
public final class FileRules extends Paragraph {

    public FileRules(FileLimits limits) {
        addClassNames("quiz-files-rules", "c-muted", "c-small");
        boolean any = limits.take(FileKind.ANY);
        setText(getTranslation("assessment.files.rules", limits.most(), limits.megabytes()) + " "
                + (any ? getTranslation("assessment.files.rules.any") : kinds(limits)));
    }

    private String kinds(FileLimits limits) {
        return getTranslation(
                "assessment.files.rules.kinds",
                limits.kinds().stream()
                        .map(kind -> getTranslation("assessment.files.kind." + kind))
                        .collect(Collectors.joining(", ")));
    }
}
