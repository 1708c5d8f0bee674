package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.GradedAttempts;
import org.collegium.assessment.GradedAttempts.Graded;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quizzes;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.PublishedVersion;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How questions are answered in the first submitted attempts of learners, of which the latest two thousand are looked at. Computed
 * when it is asked for: about eight queries, one more for each further course that has the question, and a tenth of a second for two
 * thousand attempts, some tenths where essays are long. Essays, files and code are not read ({@link GradedAttempts}). Nobody's name is in it.
 */
@Service
public class QuestionStatistics {

    private static final int MOST = 2_000;
    private static final int MOST_VERSIONS = 50;

    private final BankedQuizzes banked;
    private final CourseVersions versions;
    private final CourseRuns runs;
    private final Quizzes quizzes;
    private final GradedAttempts attempts;

    QuestionStatistics(
            BankedQuizzes banked, CourseVersions versions, CourseRuns runs, Quizzes quizzes, GradedAttempts attempts) {
        this.banked = banked;
        this.versions = versions;
        this.runs = runs;
        this.quizzes = quizzes;
        this.attempts = attempts;
    }

    /**
     * How an item was answered wherever a published version has it; empty where none has.
     *
     * @param version of the item; 0 for all of them together
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())")
    @Transactional(readOnly = true)
    public Optional<ItemAnalysis> ofItem(PartnerId partner, String key, int version) {
        Map<BlobId, String> questions = new LinkedHashMap<>();
        Set<CourseId> courses = new HashSet<>();
        banked.uses(partner, key).stream()
                .filter(use -> !use.quiz().draft() && (version == 0 || use.version() == version))
                .sorted(Comparator.comparingInt(ItemUse::version))
                .forEach(use -> {
                    questions.put(new BlobId(use.quiz().sha256()), use.question());
                    courses.add(use.quiz().course());
                });
        Set<UUID> where = new HashSet<>();
        courses.forEach(course -> where.addAll(runs(course)));
        return analysis(attempts.first(questions.keySet(), where, MOST), questions, newest(questions));
    }

    private List<UUID> runs(CourseId course) {
        return runs.ofCourse(course).stream().map(run -> run.id().value()).toList();
    }

    private Optional<Question> newest(Map<BlobId, String> questions) {
        return questions.entrySet().stream()
                .reduce((earlier, later) -> later)
                .flatMap(last -> question(quizzes.open(last.getKey()).questions(), last.getValue()));
    }

    private static Optional<Question> question(Collection<Question> questions, String key) {
        return questions.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /**
     * How the questions of a quiz were answered, in the order of the newest published version that has it; questions that it has no more are
     * left out. Empty when no published version has such a quiz.
     *
     * @param run null for all runs
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<ItemAnalysis> ofQuiz(CourseId course, String unitKey, @Nullable CourseRunId run) {
        List<BlobId> files = files(course, unitKey);
        if (files.isEmpty()) {
            return List.of();
        }
        List<UUID> where = runs(course).stream()
                .filter(id -> run == null || run.value().equals(id))
                .toList();
        List<Graded> graded = attempts.first(files, where, MOST);
        List<ItemAnalysis> analyses = new ArrayList<>();
        for (Question question : quizzes.open(files.getFirst()).questions()) {
            Map<BlobId, String> everywhere = new HashMap<>();
            files.forEach(file -> everywhere.put(file, question.key()));
            analysis(graded, everywhere, Optional.of(question)).ifPresent(analyses::add);
        }
        return analyses;
    }

    /** The files of a quiz, that of the newest version first. */
    private List<BlobId> files(CourseId course, String unitKey) {
        List<PublishedVersion> history =
                versions.history(course).stream().limit(MOST_VERSIONS).toList();
        Map<?, CourseVersion> found =
                versions.find(history.stream().map(PublishedVersion::id).toList());
        return history.stream()
                .flatMap(each -> Optional.ofNullable(found.get(each.id())).stream())
                .map(CourseVersion::manifest)
                .flatMap(manifest -> manifest
                        .unit(unitKey)
                        .filter(unit -> unit.kind().equals("quiz"))
                        .flatMap((CourseUnit unit) -> manifest.file(unit))
                        .map(CourseFile::sha256)
                        .stream())
                .distinct()
                .map(BlobId::new)
                .toList();
    }

    /** @param questions the key of the question by the file of the quiz */
    private static Optional<ItemAnalysis> analysis(
            List<Graded> graded, Map<BlobId, String> questions, Optional<Question> newest) {
        return newest.map(shown -> {
            List<Statistics.Result> results = new ArrayList<>();
            List<Answer> answers = new ArrayList<>();
            int asked = 0;
            for (Graded attempt : graded) {
                String key = questions.get(attempt.file());
                Optional<Question> put =
                        key == null ? Optional.empty() : question(attempt.quiz().questions(), key);
                if (put.isEmpty() || !comparable(put.get(), shown)) {
                    continue;
                }
                asked++;
                Answer answer = attempt.answers().getOrDefault(put.get().key(), Answer.NONE);
                if (!answer.empty()) {
                    answers.add(answer);
                }
                result(attempt, put.get()).ifPresent(results::add);
            }
            return new ItemAnalysis(
                    shown,
                    asked,
                    answers.size(),
                    Statistics.facility(results),
                    Statistics.discrimination(results),
                    AnswerCounts.of(shown, answers));
        });
    }

    /** What waits for its mark says nothing yet of how somebody does in the rest. */
    private static Optional<Statistics.Result> result(Graded attempt, Question question) {
        return Optional.ofNullable(attempt.grade().byQuestion().get(question.key()))
                .map(points -> {
                    Map<String, Double> graded = attempt.grade().byQuestion();
                    double others = attempt.quiz().questions().stream()
                                    .filter(each -> graded.containsKey(each.key()))
                                    .mapToDouble(Question::points)
                                    .sum()
                            - question.points();
                    double all = graded.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    return new Statistics.Result(
                            points / question.points(), others > 0 ? (all - points) / others : Double.NaN);
                });
    }

    /** An earlier version may have been a question of another kind, whose answers cannot be counted together; options are the same whose keys are. */
    private static boolean comparable(Question put, Question shown) {
        return put.getClass().equals(shown.getClass()) || shown instanceof Question.Formula;
    }
}
