package org.collegium.courses.format;

import java.util.Optional;
import org.collegium.activity.ActivityCounts;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.ActivityTexts;
import org.collegium.content.TextFacts;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.stereotype.Component;

/** Lessons: Markdown to read. */
@Component
final class LessonFormat implements ActivityFormat {

    private final ActivityTexts texts;

    LessonFormat(ActivityTexts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "lesson";
    }

    @Override
    public ActivityFacts check(SourceFile file, FaultSink faults) {
        if (!SourcePaths.extension(file.path()).equals("md")) {
            faults.error(file.place(), "kind-extension", file.path(), "lesson", ".md");
            return ActivityFacts.NONE;
        }
        Optional<String> text = file.text(faults);
        if (text.isEmpty()) {
            return ActivityFacts.NONE;
        }
        ActivityTexts.Found found = texts.check(text.get(), (cell, line, column) -> file.place(line, column), faults);
        if (text.get().isBlank()) {
            faults.warning(file.place(), "lesson-empty", file.path());
        }
        TextFacts facts = found.facts();
        return new ActivityFacts(
                found.title(),
                facts.minutes(),
                new ActivityCounts(facts.figures(), facts.formulas(), 0, 0, 0),
                found.references(),
                java.util.List.of());
    }
}
