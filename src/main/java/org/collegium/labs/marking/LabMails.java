package org.collegium.labs.marking;

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
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Writes to learners about their work in labs, in their language, if they have shown that the address is theirs. */
@Component
class LabMails {

    private final CourseVersions versions;
    private final ActivityAddresses addresses;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    LabMails(CourseVersions versions, ActivityAddresses addresses, Accounts accounts, Mails mails, SystemActor system) {
        this.versions = versions;
        this.addresses = addresses;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /** Which lab a mail is about, and where the learner meets it. */
    record About(UUID version, UUID run, String unitKey) {}

    /**
     * Part of the transaction that notes what is told.
     *
     * @param more what the template needs beside {@code name}, {@code lab}, {@code course} and {@code path}
     */
    void send(String template, AccountId learner, About about, Function<Locale, Map<String, Object>> more) {
        send(template, List.of(learner), about, (one, locale) -> more.apply(locale));
    }

    /**
     * Writes to several learners; but for what keeps the mails as many queries as for one.
     *
     * @param more what the template needs for each
     */
    void send(
            String template,
            Collection<AccountId> learners,
            About about,
            BiFunction<AccountId, Locale, Map<String, Object>> more) {
        Map<AccountId, AccountReference> known = learners.isEmpty()
                ? Map.of()
                : system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.these(learners));
        if (known.values().stream().noneMatch(AccountReference::confirmed)) {
            return;
        }
        Map<String, Object> lab = lab(about);
        learners.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(AccountReference::confirmed)
                .forEach(learner -> {
                    Locale language = mails.language(learner.locale());
                    Map<String, Object> arguments = new HashMap<>(more.apply(learner.id(), language));
                    arguments.put("name", learner.name());
                    arguments.putAll(lab);
                    mails.send(new MailMessage(
                            learner.id(), new EmailAddress(learner.email()), template, arguments, language));
                });
    }

    private Map<String, Object> lab(About about) {
        Optional<CourseManifest> manifest =
                versions.find(new CourseVersionId(about.version())).map(CourseVersion::manifest);
        String lab = manifest.flatMap(known -> known.unit(about.unitKey()))
                .map(CourseUnit::title)
                .orElse(about.unitKey());
        return Map.of(
                "subject",
                lab,
                "lab",
                lab,
                "course",
                manifest.map(known -> known.metadata().title()).orElse(""),
                "path",
                addresses.of(about.run(), about.unitKey()).orElse("/my-learning"));
    }
}
