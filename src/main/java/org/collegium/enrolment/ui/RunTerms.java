package org.collegium.enrolment.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRun;
import org.collegium.courses.RunSchedules;
import org.collegium.courses.RunTeacher;
import org.collegium.courses.RunTeachers;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import org.springframework.stereotype.Component;

/** What one should know of a run before joining it: its pace, its language, and who teaches it. */
@Component
class RunTerms {

    private final RunSchedules schedules;
    private final RunTeachers teachers;
    private final Messages messages;

    RunTerms(RunSchedules schedules, RunTeachers teachers, Messages messages) {
        this.schedules = schedules;
        this.teachers = teachers;
        this.messages = messages;
    }

    /** A sentence for each, by what stands before it; two queries. */
    Map<Glyph, String> of(CourseRun run, Locale locale) {
        Map<Glyph, String> terms = new LinkedHashMap<>();
        boolean ownPace = schedules.of(run.id()).isOwnPace();
        terms.put(
                ownPace ? Glyph.HISTORY : Glyph.CALENDAR,
                text(locale, ownPace ? "enrolment.join.pace" : "enrolment.join.dated"));
        String language = run.language();
        if (language != null) {
            terms.put(
                    Glyph.LANGUAGES,
                    text(
                            locale,
                            "enrolment.join.language",
                            Locale.forLanguageTag(language).getDisplayName(locale)));
        }
        List<RunTeacher> taught = teachers.of(List.of(run.id())).getOrDefault(run.id(), List.of());
        if (!taught.isEmpty()) {
            terms.put(
                    Glyph.USERS,
                    text(
                            locale,
                            "enrolment.join.taught",
                            taught.stream().map(RunTeacher::name).collect(Collectors.joining(", "))));
        }
        return terms;
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
