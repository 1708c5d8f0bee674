package org.collegium.assessment.peer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.peer.PeerQuestions.Asked;
import org.collegium.assessment.peer.PeerReviewRows.Row;
import org.collegium.assessment.peer.PeerScore.Weighted;
import org.collegium.shared.RetriedTransactions;
import org.springframework.stereotype.Component;

/** What comes of the reviews of a task: for each answer its share of the points, as a mark. */
@Component
class PeerResults {

    private static final double HUNDRED = 100;

    private final PeerQuestions questions;
    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerExampleRows examples;
    private final PeerMarks marks;
    private final RetriedTransactions transactions;

    PeerResults(
            PeerQuestions questions,
            PeerTextRows texts,
            PeerReviewRows reviews,
            PeerExampleRows examples,
            PeerMarks marks,
            RetriedTransactions transactions) {
        this.questions = questions;
        this.texts = texts;
        this.reviews = reviews;
        this.examples = examples;
        this.marks = marks;
        this.transactions = transactions;
    }

    /**
     * Gives each answer its mark, each in a transaction of its own; those that have one keep it. An answer without reviews waits for the
     * teacher.
     */
    void give(PeerTask task) {
        Essay essay = questions
                .of(task.run(), task.unitKey(), task.questionKey())
                .map(Asked::essay)
                .orElse(null);
        if (essay == null) {
            return;
        }
        List<Row> all = reviews.of(task.id());
        Map<UUID, Double> weights = PeerPeople.weights(essay, examples.of(task.id()), all);
        Map<UUID, List<Row>> received = all.stream()
                .filter(row -> row.kind() == PeerReviewKind.PEER && row.given())
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.text())));
        Set<UUID> rewarded = rewarded(all);
        for (PeerTextRows.Row text : texts.of(task.id())) {
            OptionalDouble share = PeerScore.median(received.getOrDefault(text.id(), List.of()).stream()
                    .map(row -> new Weighted(row.said().share(essay), weight(row, weights)))
                    .toList());
            if (share.isPresent()) {
                double reward =
                        rewarded.contains(text.learner().value()) ? task.data().rewardPercent() / HUNDRED : 0;
                double points = Math.min(1, share.getAsDouble() + reward) * essay.points();
                transactions.run(() -> {
                    texts.share(text.id(), share.getAsDouble());
                    marks.give(text.attempt(), task.questionKey(), points);
                    return true;
                });
            }
        }
    }

    private static double weight(Row row, Map<UUID, Double> weights) {
        UUID reviewer = row.reviewer();
        return reviewer == null ? 1 : weights.getOrDefault(reviewer, 1.0);
    }

    /** Who has given all reviews of others that were theirs to give. */
    private static Set<UUID> rewarded(List<Row> all) {
        Map<UUID, Boolean> complete = new HashMap<>();
        all.stream()
                .filter(row -> row.kind() == PeerReviewKind.PEER && row.reviewer() != null)
                .forEach(row ->
                        complete.merge(Objects.requireNonNull(row.reviewer()), row.given(), Boolean::logicalAnd));
        Set<UUID> rewarded = new HashSet<>(complete.keySet());
        rewarded.removeIf(reviewer -> !complete.getOrDefault(reviewer, false));
        return rewarded;
    }
}
