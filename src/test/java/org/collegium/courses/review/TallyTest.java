package org.collegium.courses.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.courses.review.ReviewVerdict.ABSTAIN;
import static org.collegium.courses.review.ReviewVerdict.AGAINST;
import static org.collegium.courses.review.ReviewVerdict.APPROVE;
import static org.collegium.courses.review.ReviewVerdict.CHANGES;

import java.util.List;
import java.util.UUID;
import org.collegium.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What decisions at a stage come to, and which stages a course goes through. */
@Tag("unit")
class TallyTest {

    private static final UUID COMMITTEE = new UUID(1, 1);

    @Test
    void withoutVotesSoManyMustApproveAndOneAgainstEndsIt() {
        ReviewStage two = stage(2, false);

        assertThat(Tally.of(two, List.of(APPROVE), 3)).isEqualTo(Tally.WAITING);
        assertThat(Tally.of(two, List.of(APPROVE, APPROVE), 3)).isEqualTo(Tally.PASSED);
        assertThat(Tally.of(two, List.of(APPROVE, AGAINST), 3)).isEqualTo(Tally.DECLINED);
        assertThat(Tally.of(two, List.of(APPROVE, CHANGES), 3)).isEqualTo(Tally.RETURNED);
    }

    @Test
    void aMajorityIsMoreThanHalfOfThoseWhoDoNotAbstain() {
        ReviewStage vote = stage(2, true);

        assertThat(Tally.of(vote, List.of(APPROVE, APPROVE), 3)).isEqualTo(Tally.WAITING);
        assertThat(Tally.of(vote, List.of(APPROVE, APPROVE, APPROVE), 2)).isEqualTo(Tally.PASSED);
        assertThat(Tally.of(vote, List.of(APPROVE, APPROVE, ABSTAIN, ABSTAIN, AGAINST), 0))
                .isEqualTo(Tally.PASSED);
    }

    @Test
    void aTieIsNoMajorityAndNeitherAreTooFew() {
        assertThat(Tally.of(stage(1, true), List.of(APPROVE, AGAINST), 0)).isEqualTo(Tally.DECLINED);
        assertThat(Tally.of(stage(3, true), List.of(APPROVE, APPROVE, ABSTAIN), 0))
                .isEqualTo(Tally.DECLINED);
        assertThat(Tally.of(stage(1, true), List.of(ABSTAIN, ABSTAIN), 0)).isEqualTo(Tally.DECLINED);
    }

    @Test
    void aVoteIsDecidedAsSoonAsNobodyCanTurnIt() {
        assertThat(Tally.of(stage(1, true), List.of(AGAINST, AGAINST), 2)).isEqualTo(Tally.DECLINED);
        assertThat(Tally.of(stage(1, true), List.of(AGAINST, AGAINST), 3)).isEqualTo(Tally.WAITING);
    }

    /** However the votes fall, once everybody has voted it is decided. */
    @Test
    void noVoteWaitsForNobody() {
        List<ReviewVerdict> each = List.of(APPROVE, AGAINST, ABSTAIN);
        for (ReviewVerdict first : each) {
            for (ReviewVerdict second : each) {
                for (ReviewVerdict third : each) {
                    for (int quorum = 1; quorum <= 3; quorum++) {
                        assertThat(Tally.of(stage(quorum, true), List.of(first, second, third), 0))
                                .isNotEqualTo(Tally.WAITING);
                    }
                }
            }
        }
    }

    @Test
    void theStagesOfTheAllianceComeBehindUnlessThePartnerHasThemAlready() {
        StageRule committee = new StageRule(StageRule.Kind.BODY, COMMITTEE, Role.REVIEWER, 2, true);
        StageRule lenient = new StageRule(StageRule.Kind.BODY, COMMITTEE, Role.REVIEWER, 1, true);
        ReviewRules alliance = new ReviewRules(false, List.of(committee));

        assertThat(ReviewRules.DEFAULT.with(ReviewRules.NONE)).isEqualTo(ReviewRules.DEFAULT);
        assertThat(ReviewRules.DEFAULT.with(alliance))
                .isEqualTo(new ReviewRules(true, List.of(StageRule.OWN_REVIEWER, committee)));
        assertThat(new ReviewRules(true, List.of(committee)).with(alliance).stages())
                .containsExactly(committee);
        assertThat(new ReviewRules(true, List.of(lenient)).with(alliance).stages())
                .containsExactly(lenient, committee);
    }

    private static ReviewStage stage(int quorum, boolean voted) {
        return new ReviewStage(0, null, COMMITTEE, Role.REVIEWER, "Committee", quorum, voted);
    }
}
