package org.collegium.assessment.appeals;

import java.io.Serializable;
import org.collegium.shared.Rules;

/**
 * How long there is time for appeals in a run.
 *
 * @param appealDays after the result is seen, 0 to 365; 0 for no appeals
 * @param replyDays after the appeal, 1 to 365
 */
public record AppealSetting(int appealDays, int replyDays) implements Serializable {

    /** Where nothing is set. */
    public static final AppealSetting USUAL = new AppealSetting(14, 14);

    private static final int MOST = 365;

    public AppealSetting {
        new Rules()
                .that(appealDays >= 0 && appealDays <= MOST, "assessment.appeal.days.range", MOST, appealDays)
                .that(replyDays >= 1 && replyDays <= MOST, "assessment.appeal.reply-days.range", MOST, replyDays)
                .hold();
    }
}
