package org.collegium.assessment.exam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ClosingMoved;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.GroupMembersChanged;
import org.collegium.identity.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that learners have what their groups were given: whoever comes into a group gets it, whoever leaves has it no more. What
 * was given to somebody alone stays; of several groups, what was given last counts. Attempts under way get more time at once, and
 * keep what they have when something is taken back.
 */
@Component
class GroupTerms {

    private static final Comparator<AccommodationRows.Place> ORDER =
            Comparator.comparing(AccommodationRows.Place::learner).thenComparing(AccommodationRows.Place::unitKey);

    private final AccommodationRows rows;
    private final ApplicationEventPublisher events;
    private final TellingAccommodated telling;
    private final Clock clock;

    GroupTerms(AccommodationRows rows, ApplicationEventPublisher events, TellingAccommodated telling, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(GroupMembersChanged changed) {
        rows.forgetGone(changed.run());
        settle(changed.run(), changed.learners());
    }

    /** Three queries, and about four for each learner for whom something changes. Part of the transaction that changes it. */
    void settle(CourseRunId run, Collection<AccountId> learners) {
        if (learners.isEmpty()) {
            return;
        }
        Set<UUID> unused = rows.hold(run);
        List<UUID> all = learners.stream().map(AccountId::value).toList();
        Map<AccommodationRows.Place, AccommodationRows.Row> wanted = rows.byGroups(run, all);
        Map<AccommodationRows.Place, AccommodationRows.Row> held = rows.held(run, all);
        List<AccommodationData> news = new ArrayList<>();
        wanted.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).forEach(each -> {
            AccommodationRows.Row row = each.getValue();
            AccommodationRows.Row before = held.get(each.getKey());
            if (before == null || (before.byGroup() != null && !before.equals(row))) {
                rows.write(run, row, clock.instant());
                if (before == null || !before.data().equals(row.data())) {
                    news.add(row.data());
                }
            }
        });
        tell(run, news);
        held.forEach((place, row) -> {
            if (row.byGroup() != null && !wanted.containsKey(place)) {
                rows.remove(run, place);
                events.publishEvent(new ClosingMoved(run.value(), place.unitKey(), new AccountId(place.learner())));
            }
        });
    }

    /** Mails are last: the people whom they are written to then burden none of the queries before. */
    private void tell(CourseRunId run, List<AccommodationData> news) {
        news.forEach(data -> events.publishEvent(new TermsChanged(run.value(), data.unitKey(), data.learner())));
        telling.tell(run.value(), news);
    }
}
