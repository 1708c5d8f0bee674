package org.collegium.labs.work;

import org.collegium.labs.GradeReport;
import org.collegium.labs.Submission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Submissions and grades as they are kept. */
final class WorkJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WorkJson() {}

    static String of(Submission work) {
        return JSON.writeValueAsString(work);
    }

    static Submission work(String json) {
        return JSON.readValue(json, Submission.class);
    }

    static String of(GradeReport.Graded report) {
        return JSON.writeValueAsString(report);
    }

    static GradeReport.@Nullable Graded report(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, GradeReport.Graded.class);
    }
}
