package org.collegium.assessment.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.peer.PeerReviewRows.Row;
import org.springframework.stereotype.Component;

/** Gives reviews that are missing to others. */
@Component
class PeerMore {

    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerExampleRows examples;

    PeerMore(PeerTextRows texts, PeerReviewRows reviews, PeerExampleRows examples) {
        this.texts = texts;
        this.reviews = reviews;
        this.examples = examples;
    }

    /** A review counts as missing while it is not handed in; who was to give it may still do so. Who came late can review, too. */
    int give(PeerTask task) {
        Map<UUID, UUID> textOf = new HashMap<>();
        texts.of(task.id()).forEach(text -> textOf.put(text.learner().value(), text.id()));
        Map<UUID, Integer> lacking = new HashMap<>();
        int wanted = Math.min(task.data().reviews(), textOf.size() - 1);
        textOf.keySet().forEach(author -> lacking.put(author, wanted));
        Map<UUID, Set<UUID>> have = new HashMap<>();
        Map<UUID, Integer> numbers = new HashMap<>();
        Set<UUID> behind = new HashSet<>();
        for (Row row : reviews.of(task.id())) {
            UUID reviewer = row.reviewer();
            UUID author = row.author();
            if (author != null && row.given()) {
                lacking.merge(author, -1, (left, one) -> Math.max(0, left + one));
            }
            if (reviewer != null) {
                numbers.merge(reviewer, row.number(), Math::max);
                Optional.ofNullable(author)
                        .ifPresent(known -> have.computeIfAbsent(reviewer, _ -> new HashSet<>())
                                .add(known));
                if (!row.given()) {
                    behind.add(reviewer);
                }
            }
        }
        textOf.keySet().stream()
                .filter(author -> !behind.contains(author))
                .forEach(author -> have.putIfAbsent(author, new HashSet<>()));
        have.keySet().removeAll(behind);
        have.keySet().retainAll(textOf.keySet());
        List<PeerReviewRows.New> all = new ArrayList<>();
        List<PeerExample> practice = examples.of(task.id());
        PeerAllocation.more(lacking, have, task.seed()).forEach((reviewer, authors) -> {
            int number = numbers.getOrDefault(reviewer, 0);
            if (number == 0) {
                for (PeerExample example : practice) {
                    all.add(new PeerReviewRows.New(reviewer, null, example.id(), ++number));
                }
            }
            for (UUID author : authors) {
                all.add(new PeerReviewRows.New(reviewer, textOf.get(author), null, ++number));
            }
        });
        reviews.add(task.id(), all);
        return (int) all.stream().filter(review -> review.text() != null).count();
    }
}
