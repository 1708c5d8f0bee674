package org.collegium.courses.review;

import java.util.UUID;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which stages courses go through before they are published. Reviews that have begun keep theirs. */
@Service
public class SettingStages {

    private final RuleRows rows;

    SettingStages(RuleRows rows) {
        this.rows = rows;
    }

    /** What a partner has stated, or what holds until it does; one query. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.REVIEW_RULES + "', #partner.value())")
    @Transactional(readOnly = true)
    public ReviewRules ofPartner(PartnerId partner) {
        return rows.of(partner);
    }

    /** What the alliance has stated for every partner; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.REVIEW_RULES + "') or @access.may('"
            + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional(readOnly = true)
    public ReviewRules ofAlliance() {
        return rows.ofAlliance();
    }

    /**
     * States the stages of a partner.
     *
     * @throws RuleViolation when there are too many, or a partner or body is not there
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.REVIEW_RULES + "', #partner.value())")
    @Transactional
    public void state(PartnerId partner, ReviewRules rules) {
        rules.mayBeStated();
        rows.named(partner, rules.stages());
        rows.keep(partner, rules);
    }

    /**
     * States the stages that hold for every partner beside its own.
     *
     * @throws RuleViolation when there are too many, or a body is not there
     */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional
    public void stateForAlliance(ReviewRules rules) {
        rules.mayBeStated();
        rules.stages().stream()
                .filter(stage -> stage.kind() == StageRule.Kind.PARTNER)
                .findFirst()
                .ifPresent(stage -> {
                    throw new RuleViolation("courses.review.alliance.partner");
                });
        rows.named(
                new PartnerId(new UUID(0, 0)),
                rules.stages().stream()
                        .filter(stage -> stage.kind() == StageRule.Kind.BODY)
                        .toList());
        rows.keepForAlliance(rules);
    }
}
