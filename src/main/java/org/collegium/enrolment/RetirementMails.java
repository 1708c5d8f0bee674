package org.collegium.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Retirements;
import org.collegium.courses.TellingRetirementBegan;
import org.collegium.courses.VersionRetirements;
import org.collegium.enrolment.RetirementTellingRows.Teacher;
import org.collegium.enrolment.RetirementTellingRows.Telling;
import org.collegium.enrolment.RetirementTellingRows.Told;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.UtcTimes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says to people who have shown that the address is theirs, in their language, what a retirement means for them: that nothing is lost, and until when they have. */
@Component
class RetirementMails {

    private static final String TEMPLATE = "retirement";
    private static final String STAFF = "retirement-staff";

    private final RetirementTellingRows rows;
    private final Retirements retirements;
    private final VersionRetirements versionRetirements;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;
    private final ApplicationEventPublisher events;

    RetirementMails(
            RetirementTellingRows rows,
            Retirements retirements,
            VersionRetirements versionRetirements,
            CourseRuns runs,
            CourseVersions versions,
            Accounts accounts,
            Mails mails,
            SystemActor system,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.retirements = retirements;
        this.versionRetirements = versionRetirements;
        this.runs = runs;
        this.versions = versions;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
        this.events = events;
    }

    /**
     * What is said of a retirement.
     *
     * @param number of the version that is retired, 0 for the whole course
     * @param done whether its time has come
     * @param successor title of the course in its place, empty for none
     */
    private record Said(Instant at, String message, int number, boolean done, String successor, String successorPath) {

        Map<String, Object> words(Locale language) {
            return Map.of(
                    "number",
                    number,
                    "done",
                    done,
                    "day",
                    UtcTimes.minute(at, language),
                    "said",
                    message,
                    "successor",
                    successor,
                    "successorPath",
                    successorPath);
        }
    }

    /**
     * Writes to those who teach, and lets others hear of it whom it concerns; nothing when the announcement was taken back. Part of the
     * transaction that notes it.
     */
    void begin(Telling telling) {
        said(telling).ifPresent(said -> {
            rows.teachers(telling).forEach(teacher -> tell(teacher, said));
            if (telling.ofVersion()) {
                versions.find(new CourseVersionId(telling.about()))
                        .ifPresent(version -> events.publishEvent(
                                new TellingRetirementBegan(version.course(), Optional.of(version.id()))));
            } else {
                events.publishEvent(new TellingRetirementBegan(new CourseId(telling.about()), Optional.empty()));
            }
        });
    }

    private void tell(Teacher teacher, Said said) {
        person(teacher.account()).ifPresent(known -> {
            Map<String, Object> words = new HashMap<>(said.words(mails.language(known.locale())));
            words.putAll(Map.of("subject", teacher.title(), "name", known.name(), "course", teacher.title()));
            words.put("path", "/studio/courses/" + teacher.course() + "/runs");
            send(known, STAFF, words);
        });
    }

    /** Writes to those who are next; empty when all are told, or the announcement was taken back. Part of the transaction that notes it. */
    List<Told> tell(Telling telling) {
        return said(telling)
                .map(said -> {
                    List<Told> next = rows.next(telling);
                    Map<CourseRunId, CourseRun> known =
                            runs.find(next.stream().map(Told::run).distinct().toList());
                    for (Told told : next) {
                        CourseRun run = known.get(told.run());
                        if (run != null) {
                            tell(told, run, said);
                        }
                    }
                    return next;
                })
                .orElse(List.of());
    }

    private Optional<Said> said(Telling telling) {
        return telling.ofVersion()
                ? versionRetirements
                        .of(new CourseVersionId(telling.about()))
                        .map(one -> new Said(one.at(), one.message(), one.number(), one.done(), "", ""))
                : retirements
                        .of(new CourseId(telling.about()))
                        .map(one -> new Said(
                                one.at(),
                                one.message(),
                                0,
                                one.done(),
                                one.successor().map(next -> next.title()).orElse(""),
                                one.successor().map(next -> next.address()).orElse("")));
    }

    private void tell(Told told, CourseRun run, Said said) {
        String course = versions.find(run.version())
                .map(version -> version.manifest().metadata().title())
                .orElse(run.title());
        person(told.learner()).ifPresent(known -> send(known, TEMPLATE, words(known, course, run, said)));
    }

    private Optional<AccountReference> person(AccountId account) {
        return system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(account))
                .filter(AccountReference::confirmed);
    }

    private void send(AccountReference to, String template, Map<String, Object> words) {
        mails.send(new MailMessage(to.id(), new EmailAddress(to.email()), template, words, to.locale()));
    }

    private Map<String, Object> words(AccountReference known, String course, CourseRun run, Said said) {
        Locale language = mails.language(known.locale());
        Instant closes = run.closes();
        Map<String, Object> words =
                new HashMap<>(Map.of("subject", course, "name", known.name(), "course", course, "run", run.title()));
        words.putAll(said.words(language));
        words.put("until", closes == null ? "" : UtcTimes.minute(closes, language));
        words.put("path", "/my-learning");
        return words;
    }
}
