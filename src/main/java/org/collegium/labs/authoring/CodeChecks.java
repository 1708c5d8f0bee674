package org.collegium.labs.authoring;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityReadiness;
import org.collegium.activity.Readiness;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.QuizReader;
import org.collegium.labs.answers.AnswerPlan;
import org.collegium.shared.Uuids;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Whether quizzes may be published: each question that is answered by code is tried as a lab is. */
@Component
class CodeChecks implements ActivityReadiness {

    private final CheckRows rows;
    private final CheckingLabs checking;
    private final CheckReadiness readiness;
    private final LabNode node;
    private final Clock clock;

    CodeChecks(CheckRows rows, CheckingLabs checking, CheckReadiness readiness, LabNode node, Clock clock) {
        this.rows = rows;
        this.checking = checking;
        this.readiness = readiness;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public boolean concerns(ActivityCourse activity) {
        return !questions(activity.own()).isEmpty();
    }

    /** One query for each question that is answered by code, and one more while it is not known. */
    @Override
    public Readiness of(ActivityCourse activity) {
        List<Sentence> remarks = new ArrayList<>();
        List<Sentence> faults = new ArrayList<>();
        List<Sentence> obstacles = new ArrayList<>();
        boolean trying = false;
        for (CodeQuestion question : questions(activity.own())) {
            switch (rows.of(AnswerPlan.of(question).sha256(), node.runtime())
                    .map(readiness::of)
                    .orElse(new Readiness.Trying())) {
                case Readiness.Ready ready -> add(remarks, question, ready.sentences());
                case Readiness.NotReady fault -> add(faults, question, fault.sentences());
                case Readiness.Waiting waiting -> add(obstacles, question, waiting.sentences());
                case Readiness.Trying _ -> trying = true;
            }
        }
        if (!faults.isEmpty()) {
            return new Readiness.NotReady(faults);
        }
        if (!obstacles.isEmpty()) {
            return new Readiness.Waiting(obstacles);
        }
        return trying ? new Readiness.Trying() : new Readiness.Ready(remarks);
    }

    private static void add(List<Sentence> all, CodeQuestion question, List<Sentence> said) {
        if (!said.isEmpty()) {
            all.add(Sentence.of("labs.check.question", question.key()));
            all.addAll(said);
        }
    }

    @Override
    public void ask(ActivityCourse activity) {
        SourceFile own = activity.own();
        for (CodeQuestion question : questions(own)) {
            String plan = AnswerPlan.of(question).sha256();
            String runtime = node.runtime();
            if (rows.of(plan, runtime).isEmpty()) {
                UUID id = Uuids.next();
                LabSource source = new LabSource(own.path(), Map.of(own.path(), own.sha256()), question.key());
                rows.ask(id, plan, runtime, AuthoringJson.write(source), clock.instant());
                checking.schedule(id);
            }
        }
    }

    /** Those with a key; one without blocks publishing by itself. */
    static List<CodeQuestion> questions(SourceFile quiz) {
        return QuizReader.read(quiz, fault -> {}).stream()
                .flatMap(read -> read.questions().stream())
                .filter(CodeQuestion.class::isInstance)
                .map(CodeQuestion.class::cast)
                .filter(CodeQuestion::keyed)
                .toList();
    }

    static Optional<CodeQuestion> question(SourceFile quiz, String key) {
        return questions(quiz).stream()
                .filter(question -> question.key().equals(key))
                .findFirst();
    }
}
