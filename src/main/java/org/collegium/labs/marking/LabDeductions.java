package org.collegium.labs.marking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.PlanCell;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.work.SubmissionGrades;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points that verdicts take away from what a learner hands in at a lab of a run, before and after: it is one work that grows. Another
 * verdict in the place of one changes that or gives them back, and what counts is told at once.
 */
@Component
@NamedInterface("handed-in")
@Unguarded("part of the permitted work of whoever decides")
public class LabDeductions {

    private static final String ALL_CELLS = "";

    private final JdbcClient jdbc;
    private final LabsOfRuns labs;
    private final SubmissionGrades grades;
    private final Clock clock;

    LabDeductions(JdbcClient jdbc, LabsOfRuns labs, SubmissionGrades grades, Clock clock) {
        this.jdbc = jdbc;
        this.labs = labs;
        this.grades = grades;
        this.clock = clock;
    }

    /** A learner at a lab of a run. */
    @NamedInterface("handed-in")
    public record Place(AccountId learner, UUID run, String unitKey) {}

    /**
     * What is taken away.
     *
     * @param part all of the lab, its code, or an answer in words
     * @param keeps the share of the points that stays, 0 to 1
     */
    @NamedInterface("handed-in")
    public record Deduction(Part part, double keeps, String reason) {}

    /** Of which cells points are taken. */
    @NamedInterface("handed-in")
    public sealed interface Part {

        @NamedInterface("handed-in")
        record All() implements Part {}

        @NamedInterface("handed-in")
        record Code() implements Part {}

        /** @param cell its name */
        @NamedInterface("handed-in")
        record Answer(String cell) implements Part {}
    }

    /** Whether a learner has handed in at a lab; one query. */
    @Transactional(readOnly = true)
    public boolean handedIn(Place place) {
        return jdbc.sql("""
                        select exists (select 1 from lab_submission
                            where learner_id = ? and run_id = ? and unit_key = ? and state <> 'CANCELLED')
                        """)
                .params(place.learner().value(), place.run(), place.unitKey())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes points away, in the place of what the same source took before.
     *
     * @param source the verdict
     * @return whether something was taken away: the lab is there, and has cells with points in this part
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID source, Place place, Deduction deduction, @Nullable UUID by) {
        Optional<Place> unused = remove(source);
        Optional<Lab> lab = lab(place);
        Set<String> cells = lab.map(found -> cells(found, deduction.part())).orElse(Set.of());
        cells.forEach(cell -> jdbc.sql("""
                        insert into lab_deduction (source_id, grade_id, learner_id, run_id, unit_key, keeps, pass_mark,
                            reason, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(source, cell, place.learner().value(), place.run(), place.unitKey(), deduction.keeps())
                .param(lab.orElseThrow().definition().passMark())
                .param(deduction.reason())
                .param(by)
                .param(clock.instant())
                .update());
        grades.tell(place.learner(), place.run(), place.unitKey());
        return !cells.isEmpty();
    }

    /** Gives back what a source took away, if it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID source) {
        remove(source).ifPresent(place -> grades.tell(place.learner(), place.run(), place.unitKey()));
    }

    private Optional<Place> remove(UUID source) {
        List<Place> from = jdbc.sql(
                        "select learner_id, run_id, unit_key from lab_deduction where source_id = ? for update")
                .param(source)
                .query((row, number) -> new Place(
                        new AccountId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class), row.getString(3)))
                .list();
        if (!from.isEmpty()) {
            jdbc.sql("delete from lab_deduction where source_id = ?")
                    .param(source)
                    .update();
        }
        return from.stream().findFirst();
    }

    private Optional<Lab> lab(Place place) {
        CourseRunId run = new CourseRunId(place.run());
        return labs.version(run).flatMap(version -> labs.in(version, run, place.unitKey()));
    }

    private static Set<String> cells(Lab lab, Part part) {
        return switch (part) {
            case Part.All() -> Set.of(ALL_CELLS);
            case Part.Answer(String cell) -> Set.of(cell);
            case Part.Code() -> code(lab.plan());
        };
    }

    /** Code earns points by the cells that test it, and in tasks. */
    private static Set<String> code(GradingPlan plan) {
        return plan.cells().stream()
                .filter(cell -> cell.kind().isGraded() && (cell.code() || cell.kind() == CellKind.TASK))
                .map(PlanCell::gradeId)
                .collect(Collectors.toSet());
    }
}
