package org.collegium.courses;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as it is kept with the draft that it made, or with the job that read it. */
final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReportJson() {}

    static String write(ImportReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static ImportReport read(String json) {
        return MAPPER.readValue(json, ImportReport.class);
    }
}
