package org.collegium.learning.rollout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.UnitDifference;
import org.collegium.learning.CertificateOutlook;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.UnitResults;
import org.collegium.learning.rollout.Effect.Certificate;
import org.collegium.learning.rollout.Effect.Share;

/** What differs between the version that a run has and another one, and what that means for a learner. It asks nobody. */
final class Change {

    private final CourseManifest older;
    private final CourseManifest newer;
    private final Set<String> countedBefore;
    private final Set<String> countedAfter;
    private final Map<String, UnitDifference> differences = new LinkedHashMap<>();
    private final Optional<CertificateOutlook.Rule> certificate;

    Change(CourseVersion from, CourseVersion to, Optional<CertificateOutlook.Rule> certificate) {
        older = from.manifest();
        newer = to.manifest();
        countedBefore = CourseOutline.of(older).counting();
        countedAfter = CourseOutline.of(newer).counting();
        UnitDifference.between(older, newer)
                .forEach(difference -> differences.put(difference.unit().key(), difference));
        this.certificate = certificate;
    }

    /** The units that differ, in the order in which one reads the newer version. */
    List<UnitDifference> differences() {
        return List.copyOf(differences.values());
    }

    Effect on(Learner learner) {
        UnitResults results = learner.results();
        Set<String> done = results.completed();
        Share before = learner.began() ? Share.of(countedBefore, done) : Share.NONE;
        Share after = learner.began() ? Share.of(countedAfter, done) : Share.NONE;
        return new Effect(
                learner.id(),
                learner.name(),
                learner.email(),
                before,
                after,
                learner.completed(),
                certificate(learner),
                titles(done, Change::stays),
                titles(done, difference -> difference.after().isEmpty()),
                titles(
                        learner.open(),
                        difference -> stays(difference) || difference.after().isEmpty()));
    }

    /** The units at which an effect was counted, by key, for all learners together. */
    Map<String, UnitCount> counts(List<Learner> learners) {
        Map<String, UnitCount> counts = new HashMap<>();
        for (Learner learner : learners) {
            learner.results().completed().stream()
                    .filter(differences::containsKey)
                    .forEach(key -> counts.merge(key, new UnitCount(1, 0), UnitCount::plus));
            learner.open().stream()
                    .filter(differences::containsKey)
                    .forEach(key -> counts.merge(key, new UnitCount(0, 1), UnitCount::plus));
        }
        return counts;
    }

    private Certificate certificate(Learner learner) {
        if (learner.certified()) {
            return Certificate.HELD;
        }
        boolean before = earned(older, learner);
        boolean after = earned(newer, learner);
        if (before == after) {
            return Certificate.SAME;
        }
        return after ? Certificate.EARNED : Certificate.MISSING;
    }

    private boolean earned(CourseManifest course, Learner learner) {
        return certificate
                .filter(rule -> rule.isEarned(course, learner.results(), learner.completedAt()))
                .isPresent();
    }

    private static boolean stays(UnitDifference difference) {
        return difference.content()
                && difference.before().isPresent()
                && difference.after().isPresent();
    }

    private List<String> titles(Set<String> keys, Predicate<UnitDifference> which) {
        return differences.values().stream()
                .filter(difference -> keys.contains(difference.unit().key()))
                .filter(which)
                .map(UnitDifference::unit)
                .map(CourseUnit::title)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
