package org.collegium.assessment.exam;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ClosingMoved;
import org.collegium.activity.ClosingTimes;
import org.collegium.identity.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says when quizzes close: for everybody, and for learners with an accommodation that closes them at another time. */
@Component
class QuizClosings implements ClosingTimes {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    QuizClosings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    void on(TermsChanged changed) {
        events.publishEvent(new ClosingMoved(changed.run(), changed.unitKey(), changed.learner()));
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Map<String, Instant> ofEverybody(UUID run) {
        Map<String, Instant> closings = new HashMap<>();
        jdbc.sql("select unit_key, closes_at from quiz_setting where run_id = ? and closes_at is not null")
                .param(run)
                .query(row -> {
                    closings.put(row.getString(1), Times.sure(row, 2));
                });
        return closings;
    }

    /** As everywhere an accommodation for one quiz counts in the place of one for all, also where it says nothing of the closing. */
    @Override
    public Map<AccountId, Map<String, Instant>> ofLearners(
            UUID run, Collection<AccountId> learners, Set<String> units) {
        Map<AccountId, Map<String, Instant>> closings = new HashMap<>();
        if (learners.isEmpty() || units.isEmpty()) {
            return closings;
        }
        Map<AccountId, Set<String>> own = new HashMap<>();
        jdbc.sql("""
                        select learner_id, unit_key, closes_at from quiz_accommodation
                        where run_id = :run and learner_id in (:learners) order by unit_key desc
                        """)
                .param("run", run)
                .param("learners", learners.stream().map(AccountId::value).toList())
                .query(row -> {
                    AccountId learner = new AccountId(row.getObject(1, UUID.class));
                    Instant closes = Times.of(row, 3);
                    String unit = row.getString(2);
                    Set<String> said = own.computeIfAbsent(learner, key -> new HashSet<>());
                    Set<String> about = new HashSet<>(unit.isEmpty() ? units : Set.of(unit));
                    about.removeAll(said);
                    said.addAll(about);
                    if (closes != null) {
                        about.forEach(key -> closings.computeIfAbsent(learner, known -> new HashMap<>())
                                .put(key, closes));
                    }
                });
        return closings;
    }
}
