package org.collegium.labs.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.work.GradingHindrance;

/** Says as sentences what trying a lab gave. */
final class CheckWords {

    private static final int NAMED = 5;
    private static final int LONGEST = 300;
    private static final int KILO = 1024;
    private static final int THOUSAND = 1000;

    /** From this share of a limit on the author is told that it is near. */
    private static final double NEAR = 0.6;

    private static final double TOLERANCE = 1e-9;

    private CheckWords() {}

    /** What is wrong; empty when the lab passed. */
    static List<Sentence> faults(CheckResult result) {
        List<Sentence> faults = new ArrayList<>();
        if (!result.missing().isEmpty()) {
            faults.add(Sentence.of("labs.check.missing", String.join(", ", result.missing())));
        }
        result.tooLarge()
                .forEach(file -> faults.add(Sentence.of(
                        "labs.check.too-large", file.path(), kilobytes(file.bytes()), file.most() / THOUSAND)));
        result.broken()
                .ifPresent(broken -> faults.add(Sentence.of(
                        "labs.check.broken." + broken.kind().name(),
                        broken.gradeId(),
                        result.limits().cellSeconds(),
                        result.limits().totalSeconds())));
        named(
                faults,
                "solution",
                result.solution().stream().filter(CheckWords::fallsShort).toList());
        named(
                faults,
                "untouched",
                result.untouched().stream()
                        .filter(cell -> cell.points() > TOLERANCE)
                        .toList());
        return faults;
    }

    private static long kilobytes(long bytes) {
        return (bytes + THOUSAND - 1) / THOUSAND;
    }

    private static void named(List<Sentence> faults, String which, List<CellGrade> cells) {
        cells.stream()
                .limit(NAMED)
                .map(cell -> cell.message().isEmpty()
                        ? Sentence.of("labs.check." + which, cell.gradeId(), cell.points(), cell.maxPoints())
                        : Sentence.of(
                                "labs.check." + which + ".said",
                                cell.gradeId(),
                                cell.points(),
                                cell.maxPoints(),
                                shortened(cell.message())))
                .forEach(faults::add);
        if (cells.size() > NAMED) {
            faults.add(Sentence.of("labs.check.more", cells.size() - NAMED));
        }
    }

    private static boolean fallsShort(CellGrade cell) {
        return cell.outcome() != Outcome.BY_HAND
                && cell.outcome() != Outcome.UNANSWERED
                && cell.points() + TOLERANCE < cell.maxPoints();
    }

    private static String shortened(String message) {
        String line = message.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** That an operator has halted grading, and with it checks; empty for a broken sandbox, of which each check says more itself. */
    static List<Sentence> hindrance(GradingHindrance hindrance) {
        return switch (hindrance) {
            case GradingHindrance.Paused(Instant since, String told) ->
                told.isEmpty()
                        ? List.of(Sentence.of("labs.check.paused"))
                        : List.of(Sentence.of("labs.check.paused"), Sentence.of("labs.check.paused.told", told));
            case GradingHindrance.Drained() -> List.of(Sentence.of("labs.check.drained"));
            case GradingHindrance.Broken() -> List.of();
        };
    }

    /** What a lab that passed gave, for those who review it. */
    static Sentence outcome(CheckResult result) {
        return Sentence.of(
                "labs.check.outcome", result.solutionPoints(), result.pointsByTests(), result.untouchedPoints());
    }

    /** What the author of a lab that passed may still want to know. */
    static List<Sentence> remarks(CheckResult result) {
        List<Sentence> remarks = new ArrayList<>();
        double seconds = result.tookMillis() / 1000.0;
        if (seconds > NEAR * result.limits().totalSeconds()) {
            remarks.add(Sentence.of(
                    "labs.check.slow", Math.round(seconds), result.limits().totalSeconds()));
        }
        int megabytes = result.peakKilobytes() / KILO;
        if (megabytes > NEAR * result.limits().memoryMegabytes()) {
            remarks.add(
                    Sentence.of("labs.check.memory", megabytes, result.limits().memoryMegabytes()));
        }
        return remarks;
    }
}
