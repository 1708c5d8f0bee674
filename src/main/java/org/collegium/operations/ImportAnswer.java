package org.collegium.operations;

import java.util.List;
import java.util.Locale;
import org.collegium.courses.ImportReport;
import org.collegium.courses.ImportResult;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import by command answers, on paper.
 *
 * @param status over HTTP
 * @param exitCode of the command: 0 when the course is there as the source has it, 1 when the source has a blocking
 *     fault, 3 when edits made in Studio stand in the way
 */
record ImportAnswer(HttpStatus status, int exitCode, String text, String json) {

    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int CONFLICT = 3;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static ImportAnswer of(ImportResult result) {
        return switch (result) {
            case ImportResult.Created(var course, ImportReport report) ->
                answer(HttpStatus.OK, 0, result, course.toString(), List.of(), "A new course with a draft was made.");
            case ImportResult.Updated(var course, List<String> replaced, ImportReport report) ->
                answer(
                        HttpStatus.OK,
                        0,
                        result,
                        course.toString(),
                        replaced,
                        replaced.isEmpty()
                                ? "The draft of the course was updated."
                                : "The draft of the course was updated; edits made in Studio gave way in "
                                        + String.join(", ", replaced) + ".");
            case ImportResult.Unchanged(var course, ImportReport report) ->
                answer(
                        HttpStatus.OK,
                        0,
                        result,
                        course.toString(),
                        List.of(),
                        "Nothing has changed since the last import.");
            case ImportResult.Conflicting(var course, List<String> things, ImportReport report) ->
                answer(
                        HttpStatus.CONFLICT,
                        CONFLICT,
                        result,
                        course.toString(),
                        things,
                        "Nothing was imported: the source and somebody in Studio both changed "
                                + String.join(", ", things)
                                + ". Use --replace-edits to let the source win.");
            case ImportResult.Refused(ImportReport report) ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, REFUSED, result, "", List.of(), "Nothing was imported.");
            case ImportResult.Cancelled(ImportReport report) ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, REFUSED, result, "", List.of(), "The import was ended.");
        };
    }

    private static ImportAnswer answer(
            HttpStatus status, int exitCode, ImportResult result, String course, List<String> things, String verdict) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("outcome", result.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (course.isEmpty()) {
            json.putNull("course");
        } else {
            json.put("course", course);
        }
        things.forEach(json.putArray("edits")::add);
        json.set("report", MAPPER.readTree(result.report().json()));
        return new ImportAnswer(
                status, exitCode, result.report().text() + verdict + "\n", MAPPER.writeValueAsString(json) + "\n");
    }

    String paper(boolean asJson) {
        return asJson ? json : text;
    }
}
