package org.collegium.labs.work;

import org.collegium.labs.GradeReport;
import org.collegium.labs.Submission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Submissions and grades as they are kept. */
public final class WorkJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WorkJson() {}

    public static String of(Submission work) {
        return JSON.writeValueAsString(work);
    }

    public static Submission work(String json) {
        return JSON.readValue(json, Submission.class);
    }

    public static String of(GradeReport.Graded report) {
        return JSON.writeValueAsString(report);
    }

    public static GradeReport.@Nullable Graded report(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, GradeReport.Graded.class);
    }
}
