package org.collegium.courses.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.ImportReport;
import org.collegium.courses.ImportResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of an import, as it is kept. */
final class KeptResult {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private KeptResult() {}

    static ImportEnd end(ImportResult result) {
        return switch (result) {
            case ImportResult.Created _ -> ImportEnd.CREATED;
            case ImportResult.Updated _ -> ImportEnd.UPDATED;
            case ImportResult.Unchanged _ -> ImportEnd.UNCHANGED;
            case ImportResult.Conflicting _ -> ImportEnd.CONFLICTING;
            case ImportResult.Refused _ -> ImportEnd.REFUSED;
            case ImportResult.Cancelled _ -> ImportEnd.CANCELLED;
        };
    }

    static @Nullable CourseId course(ImportResult result) {
        return switch (result) {
            case ImportResult.Created created -> created.course();
            case ImportResult.Updated updated -> updated.course();
            case ImportResult.Unchanged unchanged -> unchanged.course();
            case ImportResult.Conflicting conflicting -> conflicting.course();
            case ImportResult.Refused _, ImportResult.Cancelled _ -> null;
        };
    }

    static String things(ImportResult result) {
        return JSON.writeValueAsString(
                switch (result) {
                    case ImportResult.Updated updated -> updated.replaced();
                    case ImportResult.Conflicting conflicting -> conflicting.things();
                    default -> List.of();
                });
    }

    static String report(ImportResult result) {
        return JSON.writeValueAsString(result.report());
    }

    /** From {@code outcome}, {@code course_id}, {@code things} and {@code report}. */
    static ImportResult read(ResultSet row) throws SQLException {
        ImportReport report = JSON.readValue(row.getString("report"), ImportReport.class);
        UUID id = row.getObject("course_id", UUID.class);
        CourseId course = new CourseId(id == null ? new UUID(0, 0) : id);
        String things = row.getString("things");
        List<String> named = things == null ? List.of() : List.of(JSON.readValue(things, String[].class));
        return switch (ImportEnd.valueOf(row.getString("outcome"))) {
            case CREATED -> new ImportResult.Created(course, report);
            case UPDATED -> new ImportResult.Updated(course, named, report);
            case UNCHANGED -> new ImportResult.Unchanged(course, report);
            case CONFLICTING -> new ImportResult.Conflicting(course, named, report);
            case REFUSED -> new ImportResult.Refused(report);
            case CANCELLED, FAILED -> new ImportResult.Cancelled(report);
        };
    }
}
