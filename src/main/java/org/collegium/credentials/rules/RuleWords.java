package org.collegium.credentials.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;

/** A rule in plain words. */
public final class RuleWords {

    private final BiFunction<String, Object[], String> text;
    private final CourseManifest course;

    /** @param text gives the text of a key, filled with arguments */
    public RuleWords(BiFunction<String, Object[], String> text, CourseManifest course) {
        this.text = text;
        this.course = course;
    }

    /** What a condition asks for; of a group only whether one of its parts is enough. */
    public String of(Condition condition) {
        return switch (condition) {
            case Condition.Completed completed -> text("credentials.rule.says.completed");
            case Condition.Quizzes quizzes -> text("credentials.rule.says.quizzes");
            case Condition.Grade(double least) -> text("credentials.rule.says.grade", least);
            case Condition.Activities(List<String> units) ->
                text("credentials.rule.says.activities", units.size(), titles(units));
            case Condition.Identity identity -> text("credentials.rule.says.identity");
            case Condition.FinishedBy(LocalDate day) -> text("credentials.rule.says.by", day.toString());
            case Condition.Group(boolean any, List<Condition> conditions) ->
                text(any ? "credentials.rule.says.any" : "credentials.rule.says.all");
        };
    }

    /** The whole as one paragraph. */
    public String paragraph(Condition.Group group) {
        return group.conditions().size() == 1
                ? sentence(group.conditions().getFirst())
                : of(group) + " "
                        + group.conditions().stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Condition condition) {
        return condition instanceof Condition.Group group ? paragraph(group) : of(condition);
    }

    private String titles(List<String> units) {
        return units.stream()
                .map(key -> course.unit(key).map(CourseUnit::title).orElse(key))
                .map(title -> text("credentials.rule.says.quoted", title))
                .collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return text.apply(key, arguments);
    }
}
