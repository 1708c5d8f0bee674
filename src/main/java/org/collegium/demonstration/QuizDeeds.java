package org.collegium.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PlacedActivities;
import org.collegium.demonstration.Story.Attempt;
import org.collegium.demonstration.Story.Enrolment;
import org.collegium.demonstration.generation.SampleAnswers;
import org.collegium.identity.AccountId;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Turns the quiz attempts of the story into attempts, right and wrong where the story says so. */
@Component
class QuizDeeds {

    private static final int NOON = 4;

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Attempts attempts;
    private final Blobs blobs;
    private final PlacedActivities places;

    QuizDeeds(CourseRuns runs, CourseVersions versions, PlacedActivities places, Attempts attempts, Blobs blobs) {
        this.places = places;
        this.runs = runs;
        this.versions = versions;
        this.attempts = attempts;
        this.blobs = blobs;
    }

    List<Deed> of(String person, AccountId learner, CourseRunId run, Enrolment enrolment, Instant today) {
        CourseVersion version =
                runs.find(run).flatMap(found -> versions.find(found.version())).orElseThrow();
        List<Deed> deeds = new ArrayList<>();
        enrolment.attempts().forEach((unitKey, tries) -> {
            CourseUnit unit = version.manifest().unit(unitKey).orElseThrow();
            CourseFile file = version.manifest().file(unit).orElseThrow();
            ActivityPlace place = places.inRun(learner, run, version, unit).orElseThrow();
            Quiz quiz = quiz(file);
            for (int i = 0; i < tries.size(); i++) {
                Attempt attempt = tries.get(i);
                int number = i + 1;
                Instant time = LearningDeeds.hour(today, attempt.day(), NOON + i);
                deeds.add(new Deed(person, time, () -> answer(place, quiz, attempt, number)));
            }
        });
        return deeds;
    }

    private void answer(ActivityPlace place, Quiz quiz, Attempt attempt, int number) {
        boolean replayed = attempts.history(place.learner(), Objects.requireNonNull(place.run()), place.unitKey())
                        .size()
                >= number;
        if (replayed || !(attempts.start(place.learner(), place) instanceof StartResult.Going going)) {
            return;
        }
        OpenAttempt open = going.attempt();
        Map<String, Answer> answers = quiz.drawn(open.id().seed()).questions().stream()
                .collect(Collectors.toMap(Question::key, question -> given(attempt, question)));
        SaveResult unused = attempts.save(place.learner(), open.id(), answers);
        attempts.submit(place.learner(), open.id());
    }

    private static Answer given(Attempt attempt, Question question) {
        if (question.marked()) {
            return Answer.of(attempt.written().getOrDefault(question.key(), "").strip());
        }
        return attempt.wrong().contains(question.key()) ? SampleAnswers.wrong(question) : SampleAnswers.right(question);
    }

    private Quiz quiz(CourseFile file) {
        try {
            byte[] content = blobs.read(new BlobId(file.sha256())).orElseThrow();
            return QuizReader.read(SourceFile.of(file.path(), content), fault -> {})
                    .orElseThrow();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
