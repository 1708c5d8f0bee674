package org.collegium.labs.authoring;

import org.collegium.labs.GradeReport;
import org.collegium.labs.Submission;
import tools.jackson.databind.json.JsonMapper;

/** Checks and trials as they are kept. */
final class AuthoringJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuthoringJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static CheckResult result(String json) {
        return JSON.readValue(json, CheckResult.class);
    }

    static LabSource source(String json) {
        return JSON.readValue(json, LabSource.class);
    }

    static Submission work(String json) {
        return JSON.readValue(json, Submission.class);
    }

    static GradeReport.Graded report(String json) {
        return JSON.readValue(json, GradeReport.Graded.class);
    }
}
