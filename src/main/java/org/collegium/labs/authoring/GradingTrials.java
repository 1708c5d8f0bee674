package org.collegium.labs.authoring;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.GradeReport;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.LabGrader;
import org.collegium.labs.Submission;
import org.collegium.labs.work.GradingTurns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that grades a trial, on any node with a sandbox, unless grading is halted. */
@Configuration
class GradingTrials {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("labs-trial");

    private final GradingTurns turns;
    private final TrialRows rows;
    private final LabSources sources;
    private final LabGrader grader;
    private final Clock clock;

    GradingTrials(GradingTurns turns, TrialRows rows, LabSources sources, AuthorsGrader authors, Clock clock) {
        this.turns = turns;
        this.rows = rows;
        this.sources = sources;
        this.grader = authors.grader();
        this.clock = clock;
    }

    /** Part of the transaction that asks for it. */
    void schedule(UUID id) {
        turns.begin(TASK, id.toString());
    }

    @Bean
    CustomTask<Void> gradingTrialsTask() {
        return turns.task(TASK, instance -> grade(UUID.fromString(instance)));
    }

    /** Grades a trial now. Returns when to try again; empty when it is done with. */
    Optional<Duration> grade(UUID id) {
        TrialRows.Row row =
                rows.find(id).filter(found -> found.report() == null).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        Optional<Duration> pause = turns.pause();
        if (pause.isPresent()) {
            return pause;
        }
        Optional<Lab> lab = sources.read(AuthoringJson.source(row.source()));
        if (lab.isEmpty()) {
            return Optional.empty();
        }
        return switch (explained(lab.get().plan(), AuthoringJson.work(row.work()))) {
            case GradeReport.Graded graded -> {
                rows.finish(id, AuthoringJson.write(graded), clock.instant());
                yield Optional.empty();
            }
            case GradeReport.Postponed(String reason) -> {
                rows.hinder(id, reason);
                yield Optional.of(GradingTurns.HINDERED);
            }
        };
    }

    /**
     * The grade that a learner would get, but with what hidden tests say where they fail. That comes from another run, in which
     * no test is hidden, and goes to nobody but the author.
     */
    private GradeReport explained(GradingPlan plan, Submission work) {
        GradeReport report = grader.grade(plan, work);
        if (!(report instanceof GradeReport.Graded graded)
                || graded.cells().stream().noneMatch(cell -> cell.outcome() == Outcome.FAILED_HIDDEN)
                || !(grader.replay(plan.revealed(), work, graded.evidence()) instanceof GradeReport.Graded open)) {
            return report;
        }
        Map<String, String> said = open.cells().stream()
                .collect(Collectors.toMap(CellGrade::gradeId, CellGrade::message, (one, two) -> one));
        return new GradeReport.Graded(
                graded.cells().stream()
                        .map(cell -> cell.outcome() == Outcome.FAILED_HIDDEN
                                ? new CellGrade(
                                        cell.gradeId(),
                                        cell.points(),
                                        cell.maxPoints(),
                                        cell.outcome(),
                                        said.getOrDefault(cell.gradeId(), ""))
                                : cell)
                        .toList(),
                graded.broken(),
                graded.outputs(),
                graded.evidence());
    }
}
