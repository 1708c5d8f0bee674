package org.collegium.assessment.peer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ActivityAddresses;
import org.collegium.assessment.HeldResults;
import org.collegium.assessment.peer.PeerQuestions.Asked;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.UtcTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes to those who take part, in their language, if they have shown that the address is theirs: that there is something to review, and what
 * came of it. That somebody was told is noted with the mail.
 */
@Component
class PeerMails {

    private static final String TEMPLATE = "assessment-peer";
    private static final int BATCH = 200;

    private final PeerTaskRows tasks;
    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerQuestions questions;
    private final HeldResults held;
    private final ActivityAddresses addresses;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;
    private final RetriedTransactions transactions;

    PeerMails(
            PeerTaskRows tasks,
            PeerTextRows texts,
            PeerReviewRows reviews,
            PeerQuestions questions,
            HeldResults held,
            ActivityAddresses addresses,
            Accounts accounts,
            Mails mails,
            SystemActor system,
            RetriedTransactions transactions) {
        this.tasks = tasks;
        this.texts = texts;
        this.reviews = reviews;
        this.questions = questions;
        this.held = held;
        this.addresses = addresses;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
        this.transactions = transactions;
    }

    /**
     * Tells everybody of the phase of their task who has not heard of it, many in one transaction: who was told is noted with the mail, so
     * that nobody is told twice when a node dies, and another one goes on.
     */
    void tellAll() {
        while (transactions.<Boolean>run(this::tellSome)) {
            // The next ones.
        }
    }

    /** Returns whether anybody was told; another node may do the same at this moment. */
    private boolean tellSome() {
        boolean anybody = false;
        Map<UUID, Optional<Telling>> tellings = new HashMap<>();
        List<PeerTextRows.Row> untold = texts.untold(BATCH);
        Map<AccountId, AccountReference> known =
                known(untold.stream().map(PeerTextRows.Row::learner).toList());
        for (PeerTextRows.Row text : untold) {
            Optional<Telling> due = tellings.computeIfAbsent(
                            text.task(),
                            id -> tasks.of(id).map(task -> telling(task, word(task), hidden(task, untold))))
                    .filter(telling -> texts.told(text.id(), telling.task().phase()));
            due.ifPresent(telling -> send(telling, known.get(text.learner())));
            anybody |= due.isPresent();
        }
        return anybody;
    }

    /** What everybody of a task is told alike, but for those who may not see their score yet. */
    private record Telling(PeerTask task, String what, Set<AccountId> hidden, String quiz, String course, String path) {

        /** Nobody is sent to what they cannot see. */
        String what(AccountId to) {
            return hidden.contains(to) ? "kept" : what;
        }
    }

    private Telling telling(PeerTask task, String what, Set<AccountId> hidden) {
        Optional<Asked> asked = questions.of(task.run(), task.unitKey(), task.questionKey());
        return new Telling(
                task,
                what,
                hidden,
                asked.map(Asked::title).orElse(task.unitKey()),
                asked.map(Asked::course).orElse(""),
                addresses.of(task.run().value(), task.unitKey()).orElse("/my-learning"));
    }

    private static String word(PeerTask task) {
        return switch (task.phase()) {
            case SUBMIT, REVIEW -> "review";
            case SELF -> "self";
            case DONE -> "done";
        };
    }

    /** Of those who are told that it is over, whose score is not shown yet; when it was kept back the grade book tells at the release. */
    private Set<AccountId> hidden(PeerTask task, List<PeerTextRows.Row> untold) {
        if (task.phase() != PeerPhase.DONE) {
            return Set.of();
        }
        List<AccountId> learners = untold.stream()
                .filter(text -> text.task().equals(task.id()))
                .map(PeerTextRows.Row::learner)
                .toList();
        return held.hidden(learners, task.run().value(), task.unitKey());
    }

    /** Writes to each who has reviews to give. Returns to how many. */
    int remind(PeerTask task) {
        boolean own = task.phase() == PeerPhase.SELF;
        if (!own && task.phase() != PeerPhase.REVIEW) {
            return 0;
        }
        List<AccountId> behind = reviews.of(task.id()).stream()
                .filter(row -> !row.given() && (row.kind() == PeerReviewKind.SELF) == own)
                .flatMap(row -> Optional.ofNullable(row.reviewer()).stream())
                .distinct()
                .sorted()
                .map(AccountId::new)
                .toList();
        Telling telling = telling(task, "reminder", Set.of());
        Map<AccountId, AccountReference> known = known(behind);
        behind.forEach(reviewer -> transactions.run(() -> {
            send(telling, known.get(reviewer));
            return true;
        }));
        return behind.size();
    }

    private Map<AccountId, AccountReference> known(Collection<AccountId> people) {
        return system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.these(people));
    }

    /** @param to null where the account is gone */
    private void send(Telling telling, @Nullable AccountReference to) {
        if (to == null || !to.confirmed()) {
            return;
        }
        PeerTask task = telling.task();
        Instant until = task.phase() == PeerPhase.SELF
                ? task.data().selfBy()
                : task.data().reviewBy();
        Locale language = mails.language(to.locale());
        mails.send(new MailMessage(
                to.id(),
                new EmailAddress(to.email()),
                TEMPLATE,
                Map.of(
                        "subject",
                        telling.quiz(),
                        "name",
                        to.name(),
                        "quiz",
                        telling.quiz(),
                        "course",
                        telling.course(),
                        "what",
                        telling.what(to.id()),
                        "until",
                        said(until, language),
                        "path",
                        telling.path()),
                language));
    }

    private static String said(@Nullable Instant until, Locale locale) {
        return until == null ? "" : UtcTimes.minute(until, locale);
    }
}
