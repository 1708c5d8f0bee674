package org.collegium.assessment.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.peer.PeerReviewRows.Row;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who takes part in peer reviews and how far they are. It reads names from identity, and nothing else of people. */
@Component
class PeerPeople {

    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerExampleRows examples;
    private final JdbcClient jdbc;

    PeerPeople(PeerTextRows texts, PeerReviewRows reviews, PeerExampleRows examples, JdbcClient jdbc) {
        this.texts = texts;
        this.reviews = reviews;
        this.examples = examples;
        this.jdbc = jdbc;
    }

    record Counts(int texts, int given, int due, int examples) {
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** By task; one query. */
    Map<UUID, Counts> counts(CourseRunId run) {
        Map<UUID, Counts> counts = new HashMap<>();
        jdbc.sql("""
                        select task.id,
                            (select count(*) from peer_text text where text.task_id = task.id),
                            count(review.given_at), count(review.id),
                            (select count(*) from peer_example example where example.task_id = task.id)
                        from peer_task task left join peer_review review on review.task_id = task.id
                            and exists (select 1 from peer_text text where text.id = review.text_id
                                and text.learner_id <> review.reviewer_id)
                        where task.run_id = ? group by task.id
                        """).param(run.value()).query(row -> {
            counts.put(
                    row.getObject(1, UUID.class),
                    new Counts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        });
        return counts;
    }

    /** Those with most missing first, then by name. */
    List<PeerPerson> of(PeerTask task, Essay essay, PageRequest page) {
        record Named(
                UUID text,
                UUID learner,
                String name,
                String email,
                Double share,
                int given,
                int due,
                int practised,
                int examples,
                @Nullable UUID marking) {}
        List<Named> some = jdbc.sql("""
                        select text.id, text.learner_id, person.name, person.email, text.share,
                            coalesce(sum(other.id is not null and review.given_at is not null), 0),
                            coalesce(sum(other.id is not null), 0),
                            coalesce(sum(review.example_id is not null and review.given_at is not null), 0),
                            coalesce(sum(review.example_id is not null), 0), max(marking.id)
                        from peer_text text join account person on person.id = text.learner_id
                        left join peer_review review on review.task_id = text.task_id
                            and review.reviewer_id = text.learner_id
                        left join peer_text other on other.id = review.text_id and other.learner_id <> text.learner_id
                        left join quiz_marking marking on marking.attempt_id = text.attempt_id
                            and marking.question_key = :question
                        where text.task_id = :task group by text.id
                        order by count(review.id) - count(review.given_at) desc, person.name, text.id
                        limit :limit offset :offset
                        """)
                .param("task", task.id())
                .param("question", task.questionKey())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new Named(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getObject(10, UUID.class)))
                .list();
        Map<UUID, DoubleSummaryStatistics> received = reviews
                .ofTexts(some.stream().map(Named::text).toList())
                .stream()
                .filter(row -> row.kind() == PeerReviewKind.PEER)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.text()),
                        Collectors.summarizingDouble(row -> row.said().share(essay))));
        return some.stream()
                .map(named -> {
                    DoubleSummaryStatistics got = received.getOrDefault(named.text(), new DoubleSummaryStatistics());
                    boolean none = got.getCount() == 0;
                    return new PeerPerson(
                            named.text(),
                            named.name(),
                            named.email(),
                            named.given(),
                            named.due(),
                            named.practised(),
                            named.examples(),
                            (int) got.getCount(),
                            none ? null : got.getMin(),
                            none ? null : got.getMax(),
                            named.share(),
                            named.marking());
                })
                .toList();
    }

    List<PeerReceived> received(PeerTask task, Essay essay, UUID text) {
        if (!texts.isOf(task.id(), text)) {
            return List.of();
        }
        List<Row> given = reviews.ofTexts(List.of(text));
        List<UUID> reviewers =
                given.stream().map(Row::reviewer).filter(Objects::nonNull).toList();
        Map<UUID, Double> weights = weights(essay, examples.of(task.id()), reviews.ofExamples(task.id(), reviewers));
        Map<UUID, String> names = names(reviewers);
        List<PeerReceived> received = new ArrayList<>();
        for (Row row : given) {
            UUID reviewer = row.reviewer();
            received.add(new PeerReceived(
                    reviewer == null ? "" : names.getOrDefault(reviewer, ""),
                    row.said(),
                    row.said().share(essay),
                    reviewer == null ? 1 : weights.getOrDefault(reviewer, 1.0),
                    row.kind() == PeerReviewKind.SELF));
        }
        received.sort(Comparator.comparing(PeerReceived::self).thenComparing(PeerReceived::share));
        return received;
    }

    /** What the reviews of each reviewer weigh. */
    static Map<UUID, Double> weights(Essay essay, List<PeerExample> known, List<Row> all) {
        Map<UUID, List<Row>> practised = all.stream()
                .filter(row -> row.kind() == PeerReviewKind.EXAMPLE && row.given() && row.reviewer() != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.reviewer())));
        Map<UUID, Double> weights = new HashMap<>();
        practised.forEach((reviewer, rows) -> {
            OptionalDouble agreement = PeerScore.agreement(PeerReviewing.compared(essay, known, rows));
            weights.put(reviewer, PeerScore.weight(agreement));
        });
        return weights;
    }

    private Map<UUID, String> names(List<UUID> accounts) {
        Map<UUID, String> names = new HashMap<>();
        if (!accounts.isEmpty()) {
            jdbc.sql("select id, name from account where id in (:ids)")
                    .param("ids", accounts)
                    .query(row -> {
                        names.put(row.getObject(1, UUID.class), row.getString(2));
                    });
        }
        return names;
    }
}
