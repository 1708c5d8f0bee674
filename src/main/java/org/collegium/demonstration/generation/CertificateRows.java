package org.collegium.demonstration.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseUnit;
import org.collegium.credentials.Evidence;
import org.collegium.demonstration.generation.Study.Done;
import tools.jackson.databind.json.JsonMapper;

/** Issues certificates to most of those who have earned one; the others are due, and few are revoked. */
final class CertificateRows {

    private static final double ISSUED = 0.85;
    private static final double REVOKED = 0.01;

    private final Plan plan;
    private final Tables tables;
    private final JsonMapper json;

    CertificateRows(Plan plan, Tables tables, JsonMapper json) {
        this.plan = plan;
        this.tables = tables;
        this.json = json;
    }

    void write(GeneratedLearner learner, GeneratedCourse course, List<Done> done, Instant completed, Chance chance) {
        CertificateRule rule = course.metadata().certificate();
        if (rule == null) {
            return;
        }
        Evidence evidence = evidence(course, rule, done);
        Double needed = rule.minimumScore();
        Double mean = evidence.meanScore();
        if (needed != null && mean != null && mean < needed) {
            return;
        }
        Instant issued = chance.between(completed.plusSeconds(60), completed.plus(Duration.ofDays(5)));
        if (issued.isBefore(plan.end()) && chance.happens(ISSUED)) {
            issue(learner, course, evidence, issued, chance);
        } else {
            due(learner, course, evidence, completed);
        }
    }

    private void issue(
            GeneratedLearner learner, GeneratedCourse course, Evidence evidence, Instant issued, Chance chance) {
        boolean revoked = chance.happens(REVOKED);
        tables.add(
                "certificate",
                chance.id(issued),
                0,
                chance.code(),
                learner.id(),
                learner.name(),
                course.run(),
                course.id(),
                course.metadata().title(),
                1,
                course.partner().id(),
                course.partner().name(),
                course.partner().colour(),
                course.metadata().language(),
                json.writeValueAsString(evidence),
                issued,
                revoked ? chance.between(issued, plan.end()) : null,
                revoked ? "Issued by mistake." : null,
                revoked ? null : 1);
    }

    private void due(GeneratedLearner learner, GeneratedCourse course, Evidence evidence, Instant since) {
        tables.add(
                "due_certificate",
                learner.id(),
                course.id(),
                course.run(),
                course.partner().id(),
                learner.name(),
                course.metadata().title(),
                course.partner().name(),
                evidence.units(),
                evidence.quizzes(),
                evidence.meanScore(),
                since);
    }

    private static Evidence evidence(GeneratedCourse course, CertificateRule rule, Collection<Done> done) {
        List<CourseUnit> required = course.shape().required(rule.require());
        Map<String, Double> scores = done.stream()
                .filter(unit -> !unit.attempts().isEmpty())
                .collect(Collectors.toMap(
                        unit -> unit.step().key(),
                        unit -> unit.bestAfter(unit.attempts().size() - 1)));
        List<Double> found = required.stream()
                .filter(unit -> scores.containsKey(unit.key()))
                .map(unit -> Objects.requireNonNull(scores.get(unit.key())))
                .toList();
        CourseMetadata metadata = course.metadata();
        return new Evidence(
                required.size(),
                found.size(),
                found.isEmpty()
                        ? null
                        : found.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0),
                metadata.effortHours(),
                metadata.skills().stream().map(CourseSkill::title).toList(),
                metadata.outcomes());
    }
}
