package org.collegium.courses.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to reviewers and authors in their language, if they have shown that the address is theirs. */
@Component
@Unguarded("a mail is part of the operation that causes it")
class ReviewMails {

    /** At so many of a stage. */
    private static final int MOST = 50;

    private final ReviewPeople people;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    ReviewMails(ReviewPeople people, Accounts accounts, Mails mails, SystemActor system) {
        this.people = people;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /** To those who are asked at a stage; part of the transaction in which the review comes to it. */
    void asked(ReviewRows.Held review, int round, ReviewStage stage, String title) {
        List<AccountId> asked = people.asked(review.id(), review.course(), round, stage, MOST);
        asked.forEach(person ->
                send("review-asked", person, review.id(), title, Map.of("stage", stage.name(), "round", round)));
    }

    /** To the author, when reviewers have come to an end: {@code returned}, {@code declined} or {@code approved}. */
    void told(ReviewRows.Held review, ReviewState state, String title) {
        String outcome = switch (state) {
            case CHANGES -> "review-returned";
            case DECLINED -> "review-declined";
            case APPROVED -> "review-approved";
            case OPEN, WITHDRAWN, PUBLISHED -> throw new IllegalArgumentException("No end: " + state);
        };
        send(outcome, review.submittedBy(), review.id(), title, Map.of());
    }

    /** To the author: how many comments came since they were told last. */
    void commented(ReviewId review, @Nullable AccountId author, String title, int comments) {
        send("review-comments", author, review, title, Map.of("comments", comments));
    }

    private void send(
            String template, @Nullable AccountId to, ReviewId review, String title, Map<String, Object> more) {
        if (to == null) {
            return;
        }
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(Objects.requireNonNull(to)))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> {
                    Map<String, Object> arguments = new HashMap<>(more);
                    arguments.put("subject", title);
                    arguments.put("name", known.name());
                    arguments.put("course", title);
                    arguments.put("path", ReviewAddresses.of(review));
                    mails.send(new MailMessage(
                            known.id(),
                            new EmailAddress(known.email()),
                            template,
                            arguments,
                            mails.language(known.locale())));
                });
    }
}
