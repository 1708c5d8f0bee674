package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Collectors;
import org.collegium.assessment.FileKind;
import org.collegium.assessment.FileLimits;

/** What may be handed in, in words. */
public final class FileRules extends Paragraph {

    static final String NAMES = "quiz-files-rules c-muted c-small";

    public FileRules(FileLimits limits) {
        addClassNames(NAMES.split(" "));
        setText(words(limits));
    }

    static String words(FileLimits limits) {
        boolean any = limits.take(FileKind.ANY);
        return translate("assessment.files.rules", limits.most(), limits.megabytes()) + " "
                + (any ? translate("assessment.files.rules.any") : kinds(limits));
    }

    private static String kinds(FileLimits limits) {
        return translate(
                "assessment.files.rules.kinds",
                limits.kinds().stream()
                        .map(kind -> translate("assessment.files.kind." + kind))
                        .collect(Collectors.joining(", ")));
    }
}
