package org.collegium.courses.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.partners.PartnerId;

/**
 * A review as those see it whom it concerns.
 *
 * @param round the newest, from 1
 * @param stage the one that it stands at, from 0
 * @param rounds the newest first
 * @param decisions the latest first
 * @param standing what the current person may do in it
 * @param mayAnswer whether the current person may submit another round and withdraw it
 */
public record CourseReview(
        ReviewId id,
        CourseId course,
        PartnerId partner,
        String partnerName,
        String title,
        ReviewState state,
        int round,
        int stage,
        Instant changedAt,
        List<ReviewStage> stages,
        List<ReviewRound> rounds,
        List<ReviewDecision> decisions,
        Standing standing,
        boolean mayAnswer) {

    public CourseReview {
        stages = List.copyOf(stages);
        rounds = List.copyOf(rounds);
        decisions = List.copyOf(decisions);
    }

    /** The stage that it stands at. */
    public ReviewStage current() {
        return stages.get(stage);
    }

    /** The round with this number; empty when there is none. */
    public Optional<ReviewRound> round(int number) {
        return rounds.stream().filter(one -> one.number() == number).findFirst();
    }
}
