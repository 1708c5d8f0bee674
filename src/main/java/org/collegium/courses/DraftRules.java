package org.collegium.courses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Missing;
import org.collegium.courses.DraftCheck.Reported;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.courses.format.Licences;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must be so before a draft is published, what blocks first. */
@Component
class DraftRules {

    private static final String SKILL = "skill-unknown";

    /** What the rules here find anew in the draft, so that the report of the import no longer counts for it. */
    private static final Set<String> FOUND_ANEW = Set.of(
            "licence-missing",
            "licence-unknown",
            "licence-unknown-like",
            "authors-missing",
            "outcomes-missing",
            "certificate-no-quiz",
            "question-unkeyed");

    /** What looking at a unit finds anew, so that the report of the import no longer counts for it. */
    private static final Set<String> FOLLOWED_ANEW = Set.of(
            "link-missing",
            "link-missing-like",
            "link-leaves",
            "link-leaves-like",
            "link-folder",
            "data-missing",
            "label-missing",
            SKILL);

    private final List<DraftRule> rules;
    private final UnitResults results;
    private final PictureResults pictures;
    private final TriedActivities tried;
    private final List<CourseDuty> duties;

    DraftRules(
            UnitFacts facts,
            UnitResults results,
            PictureResults pictures,
            TriedActivities tried,
            List<CourseDuty> duties) {
        this.duties = List.copyOf(duties);
        this.results = results;
        this.pictures = pictures;
        this.tried = tried;
        rules = List.of(
                DraftRules::details,
                (manifest, report) -> unkeyed(manifest, facts),
                this::reported,
                (manifest, report) -> found(manifest),
                (manifest, report) -> tried.of(manifest));
    }

    /** As below, with what this course owes to others, and addresses where its activities are seen. */
    List<DraftCheck> check(CourseId course, CourseManifest manifest, ImportReport report) {
        return Stream.concat(
                        duties.stream()
                                .flatMap(duty -> duty.missing(course, manifest).stream())
                                .map(Details::new),
                        check(manifest, report).stream())
                .map(check -> check instanceof DraftCheck.Tried one ? tried.placed(course, one) : check)
                .toList();
    }

    List<DraftCheck> check(CourseManifest manifest, ImportReport report) {
        List<DraftCheck> all = rules.stream()
                .flatMap(rule -> rule.check(manifest, report).stream())
                .toList();
        List<DraftCheck> ordered =
                new ArrayList<>(all.stream().filter(DraftCheck::blocks).toList());
        all.stream().filter(check -> !check.blocks()).forEach(ordered::add);
        return ordered;
    }

    int blocks(CourseManifest manifest, ImportReport report) {
        return (int) check(manifest, report).stream().filter(DraftCheck::blocks).count();
    }

    private List<DraftCheck> found(CourseManifest manifest) {
        Map<String, CourseCheckRows.Row> units = results.of(manifest);
        return new CourseFindings(manifest, units, pictures.of(manifest, units)).all();
    }

    private static List<DraftCheck> details(CourseManifest manifest, ImportReport report) {
        CourseMetadata metadata = manifest.metadata();
        List<DraftCheck> missing = new ArrayList<>();
        if (metadata.summary().isBlank()) {
            missing.add(new Details(Missing.SUMMARY));
        }
        if (metadata.outcomes().isEmpty()) {
            missing.add(new Details(Missing.OUTCOMES));
        }
        if (metadata.authors().isEmpty()) {
            missing.add(new Details(Missing.AUTHORS));
        }
        if (metadata.audience().isEmpty()) {
            missing.add(new Details(Missing.AUDIENCE));
        }
        if (metadata.licence().isBlank()) {
            missing.add(new Details(Missing.LICENCE));
        } else if (!Licences.KNOWN.contains(metadata.licence())) {
            missing.add(new Details(Missing.KNOWN_LICENCE));
        }
        if (asksForQuizzes(metadata.certificate())
                && manifest.units().stream().noneMatch(unit -> unit.questions() > 0)) {
            missing.add(new Details(Missing.QUIZ_FOR_CERTIFICATE));
        }
        return missing;
    }

    private static boolean asksForQuizzes(@Nullable CertificateRule certificate) {
        return certificate != null
                && (certificate.require() == Requirement.QUIZZES || certificate.minimumScore() != null);
    }

    private static List<DraftCheck> unkeyed(CourseManifest manifest, UnitFacts facts) {
        return manifest.units().stream()
                .filter(unit -> unit.questions() > 0)
                .<DraftCheck>mapMulti((unit, next) -> {
                    int unkeyed = facts.of(manifest, unit).counts().unkeyedQuestions();
                    if (unkeyed > 0) {
                        next.accept(new Unkeyed(unit, unkeyed));
                    }
                })
                .toList();
    }

    private List<DraftCheck> reported(CourseManifest manifest, ImportReport report) {
        Map<String, CourseUnit> byFile = new HashMap<>();
        manifest.units().forEach(unit -> byFile.putIfAbsent(unit.file(), unit));
        Set<String> looked = results.of(manifest).keySet();
        return report.faults().stream()
                .filter(fault -> fault.severity() != FaultSeverity.NOTE && !FOUND_ANEW.contains(fault.code()))
                .filter(fault -> !isTaughtNow(manifest, fault))
                .map(fault -> new Reported(fault, Optional.ofNullable(byFile.get(fault.file()))))
                .filter(reported -> !FOLLOWED_ANEW.contains(reported.fault().code())
                        || reported.unit()
                                .filter(unit -> looked.contains(unit.key()))
                                .isEmpty())
                .<DraftCheck>map(reported -> reported)
                .toList();
    }

    /** Whether an import missed a skill that the details have by now. */
    private static boolean isTaughtNow(CourseManifest manifest, ImportFault fault) {
        return fault.code().equals(SKILL)
                && manifest.metadata().skills().stream()
                        .anyMatch(skill -> fault.arguments().contains(skill.key()));
    }
}
