package org.collegium.labs.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.PlanCell;
import org.collegium.labs.Submission;
import org.collegium.labs.work.WorkJson;
import org.collegium.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What learners themselves wrote in labs, for modules that look at how it came about. */
@Component
@NamedInterface("handed-in")
@Unguarded("who asks has seen to it whose work they may read")
public class HandedInTexts {

    private static final String LATEST = """
            select submission.id, submission.learner_id, submission.work from lab_submission submission
            where submission.run_id = :run and submission.unit_key = :unit and submission.state <> 'CANCELLED'
                and submission.number = (select max(later.number) from lab_submission later
                    where later.learner_id = submission.learner_id and later.run_id = submission.run_id
                        and later.unit_key = submission.unit_key and later.state <> 'CANCELLED')
            """;

    private static final String CHOSEN = """
            select id, learner_id, work from lab_submission
            where run_id = :run and unit_key = :unit and id in (:ids)
            """;

    private final JdbcClient jdbc;
    private final LabsOfRuns labs;

    HandedInTexts(JdbcClient jdbc, LabsOfRuns labs) {
        this.jdbc = jdbc;
        this.labs = labs;
    }

    /**
     * What a lab gives to everybody and asks of them.
     *
     * @param code all code as learners get it, a text for each cell
     * @param answers the cells that are answered in words
     */
    @NamedInterface("handed-in")
    public record Asked(List<String> code, List<Question> answers) {}

    /** A cell that is answered in words: its name, what stands in it before, and the question above it. */
    @NamedInterface("handed-in")
    public record Question(String cell, String released, String question) {}

    /** The text of a learner. */
    @NamedInterface("handed-in")
    public record Written(UUID submission, AccountId learner, String text) {}

    /** The lab of a run; nothing where it has none at this unit. About three queries. */
    public Asked asked(CourseRunId run, String unitKey) {
        List<PlanCell> cells = plan(run, unitKey);
        List<Question> answers = new ArrayList<>();
        String above = "";
        for (PlanCell cell : cells) {
            if (!cell.code() && cell.kind().isLearners()) {
                answers.add(new Question(cell.gradeId(), cell.released(), above));
            }
            above = cell.code() ? above : cell.released();
        }
        return new Asked(
                cells.stream().filter(PlanCell::code).map(PlanCell::released).toList(), answers);
    }

    /** The code of each learner's latest submission: their cells and those that they added. A query beside those for the lab. */
    public List<Written> code(CourseRunId run, String unitKey) {
        return read(LATEST, run, unitKey, Set.of(), own(run, unitKey));
    }

    /** The same for these submissions. */
    public List<Written> code(CourseRunId run, String unitKey, Set<UUID> submissions) {
        return submissions.isEmpty() ? List.of() : read(CHOSEN, run, unitKey, submissions, own(run, unitKey));
    }

    /** The answer in words of each learner's latest submission; one query. */
    public List<Written> answers(CourseRunId run, String unitKey, String cell) {
        return read(LATEST, run, unitKey, Set.of(), work -> text(work, cell));
    }

    /** The same for these submissions. */
    public List<Written> answers(CourseRunId run, String unitKey, String cell, Set<UUID> submissions) {
        return submissions.isEmpty() ? List.of() : read(CHOSEN, run, unitKey, submissions, work -> text(work, cell));
    }

    private Reading own(CourseRunId run, String unitKey) {
        Set<String> theAuthors = plan(run, unitKey).stream()
                .filter(cell -> !cell.kind().isLearners())
                .map(PlanCell::gradeId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        return work -> work.cells().stream()
                .filter(cell -> cell.code() && !theAuthors.contains(cell.gradeId()))
                .map(Submission.Cell::source)
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Submission work, String wanted) {
        return work.cells().stream()
                .filter(cell -> cell.gradeId().equals(wanted))
                .map(Submission.Cell::source)
                .collect(Collectors.joining("\n\n"));
    }

    private List<PlanCell> plan(CourseRunId run, String unitKey) {
        return labs.version(run)
                .flatMap(version -> labs.in(version, run, unitKey))
                .map(Lab::plan)
                .map(GradingPlan::cells)
                .orElse(List.of());
    }

    private List<Written> read(String query, CourseRunId run, String unitKey, Set<UUID> ids, Reading reading) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(query).param("run", run.value()).param("unit", unitKey);
        try (Stream<Written> rows = (ids.isEmpty() ? statement : statement.param("ids", ids))
                .query((row, number) -> written(row, reading)).stream()) {
            return rows.toList();
        }
    }

    private static Written written(ResultSet row, Reading reading) throws SQLException {
        return new Written(
                row.getObject(1, UUID.class),
                new AccountId(row.getObject(2, UUID.class)),
                reading.of(WorkJson.work(row.getString(3))));
    }

    private interface Reading {

        String of(Submission work);
    }
}
