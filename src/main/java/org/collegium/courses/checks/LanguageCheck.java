package org.collegium.courses.checks;

import static org.collegium.courses.checks.Finding.Kind.LANGUAGE;
import static org.collegium.courses.checks.Finding.Severity.MEND;

import java.util.List;
import java.util.function.Consumer;
import org.collegium.courses.UnitTexts;
import org.springframework.stereotype.Component;

/** Whether a text is in the language that the course says it has; screen readers and search go by what it says. */
@Component
final class LanguageCheck implements CourseCheck {

    @Override
    public boolean looksAt(String kind) {
        return UnitTexts.isRead(kind);
    }

    @Override
    public void check(UnitContent content, Consumer<Finding> findings) {
        String said = content.language().getLanguage();
        content.text()
                .map(UnitContent.PlacedText::prose)
                .flatMap(prose -> LanguageGuess.of(prose, said))
                .ifPresent(found -> findings.accept(new Finding(
                        LANGUAGE,
                        MEND,
                        "courses.finding.language",
                        0,
                        List.of(found, content.language().toLanguageTag()))));
    }
}
