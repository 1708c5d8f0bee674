package org.collegium.labs.marking;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(learner))
                .filter(AccountReference::confirmed)
                .ifPresent(
                        known -> mails.send(mail(template, known, about, more.apply(mails.language(known.locale())))));
    }

    private MailMessage mail(String template, AccountReference learner, About about, Map<String, Object> more) {
        Optional<CourseManifest> manifest =
                versions.find(new CourseVersionId(about.version())).map(CourseVersion::manifest);
        String lab = manifest.flatMap(known -> known.unit(about.unitKey()))
                .map(CourseUnit::title)
                .orElse(about.unitKey());
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("subject", lab);
        arguments.put("name", learner.name());
        arguments.put("lab", lab);
        arguments.put("course", manifest.map(known -> known.metadata().title()).orElse(""));
        arguments.put("path", addresses.of(about.run(), about.unitKey()).orElse("/my-learning"));
        return new MailMessage(
                learner.id(), new EmailAddress(learner.email()), template, arguments, mails.language(learner.locale()));
    }
}
