package org.collegium.assessment.notices;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.collegium.activity.ActivityAddresses;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.partners.StaffMember;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Unguarded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes about a quiz of a run, in the language of whoever reads it, if they have shown that the address is theirs. */
@Component
@Unguarded("part of the transaction that notes what is told")
public class QuizMails {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final ObjectProvider<ActivityAddresses> addresses;
    private final Accounts accounts;
    private final Partners partners;
    private final Mails mails;
    private final SystemActor system;

    QuizMails(
            CourseRuns runs,
            CourseVersions versions,
            ObjectProvider<ActivityAddresses> addresses,
            Accounts accounts,
            Partners partners,
            Mails mails,
            SystemActor system) {
        this.runs = runs;
        this.versions = versions;
        this.addresses = addresses;
        this.accounts = accounts;
        this.partners = partners;
        this.mails = mails;
        this.system = system;
    }

    /**
     * Writes to a learner; the address in the mail is that of the quiz. Part of the transaction of its cause.
     *
     * @param unitKey of the quiz; empty for all quizzes of the run
     * @param more what the template needs beside {@code name}, {@code quiz}, {@code course} and {@code path}
     */
    public void learner(
            String template, AccountId learner, UUID run, String unitKey, Function<Locale, Map<String, Object>> more) {
        learners(template, List.of(learner), run, unitKey, (one, locale) -> more.apply(locale));
    }

    /**
     * Writes to several learners, as {@link #learner}; but for what keeps the mails as many queries as for one.
     *
     * @param more what the template needs for each
     */
    public void learners(
            String template,
            Collection<AccountId> learners,
            UUID run,
            String unitKey,
            BiFunction<AccountId, Locale, Map<String, Object>> more) {
        if (learners.isEmpty()) {
            return;
        }
        String path = Optional.ofNullable(addresses.getIfAvailable())
                .filter(known -> !unitKey.isEmpty())
                .flatMap(known -> known.of(run, unitKey))
                .orElse("/my-learning");
        send(template, learners, run, unitKey, path, more);
    }

    /**
     * Writes to the instructors of the partner that offers a run, or to its administrators where it has none. Part of the transaction of
     * its cause.
     *
     * @param path in the mail, such as {@code /studio/courses/…}
     */
    public void instructors(
            String template, UUID run, String unitKey, String path, Function<Locale, Map<String, Object>> more) {
        runs.find(new CourseRunId(run))
                .map(found -> system.call(Set.of(PartnersPermissions.STAFF), () -> partners.staff(found.partner())))
                .ifPresent(staff -> {
                    boolean taught = staff.stream().anyMatch(QuizMails::teaches);
                    List<AccountId> told = staff.stream()
                            .filter(member -> taught ? teaches(member) : administers(member))
                            .map(StaffMember::account)
                            .toList();
                    send(template, told, run, unitKey, path, (one, locale) -> more.apply(locale));
                });
    }

    private static boolean teaches(StaffMember member) {
        return member.roles().contains(Role.INSTRUCTOR);
    }

    private static boolean administers(StaffMember member) {
        return member.roles().contains(Role.PARTNER_ADMINISTRATOR);
    }

    private void send(
            String template,
            Collection<AccountId> to,
            UUID run,
            String unitKey,
            String path,
            BiFunction<AccountId, Locale, Map<String, Object>> more) {
        Map<AccountId, AccountReference> known =
                system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.these(to));
        Map<String, Object> about = about(run, unitKey);
        to.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(AccountReference::confirmed)
                .forEach(account -> {
                    Locale language = mails.language(account.locale());
                    Map<String, Object> arguments = new HashMap<>(more.apply(account.id(), language));
                    arguments.put("name", account.name());
                    arguments.put("path", path);
                    arguments.putAll(about);
                    mails.send(new MailMessage(
                            account.id(), new EmailAddress(account.email()), template, arguments, language));
                });
    }

    private Map<String, Object> about(UUID run, String unitKey) {
        Optional<CourseManifest> manifest = runs.find(new CourseRunId(run))
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest);
        String course = manifest.map(known -> known.metadata().title()).orElse("");
        String quiz = manifest.flatMap(known -> known.unit(unitKey))
                .map(CourseUnit::title)
                .orElse(unitKey);
        return Map.of("subject", quiz.isEmpty() ? course : quiz, "quiz", quiz, "course", course);
    }
}
