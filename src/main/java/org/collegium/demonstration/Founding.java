package org.collegium.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunData;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.collegium.courses.PublishResult;
import org.collegium.courses.Publishing;
import org.collegium.courses.RunChoice;
import org.collegium.courses.RunTeachers;
import org.collegium.courses.VersionNotes;
import org.collegium.demonstration.DemonstrationFiles.PartnerList;
import org.collegium.demonstration.Story.HeldRole;
import org.collegium.demonstration.Story.Person;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.NewAccount;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerId;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Admits the partners, opens the accounts and publishes the courses; each step may be repeated after a kill. */
@Component
class Founding {

    private static final Set<String> AUTHORITY = Set.of(
            PartnersPermissions.ADMIT,
            PartnersPermissions.STAFF,
            IdentityPermissions.PEOPLE,
            IdentityPermissions.ROLES,
            CoursesPermissions.EDIT,
            CoursesPermissions.PUBLISH,
            CoursesPermissions.PUBLISH_UNTRIED,
            CoursesPermissions.RUNS,
            CoursesPermissions.VIEW_DRAFT,
            CoursesPermissions.IMPORT_FOLDER);

    private final SystemActor system;
    private final Partners partners;
    private final Accounts accounts;
    private final ImportingCourses importing;
    private final Publishing publishing;
    private final CourseRuns runs;
    private final RunTeachers teachers;
    private final Acting acting;
    private final BankDeeds bank;

    Founding(
            SystemActor system,
            Partners partners,
            Accounts accounts,
            ImportingCourses importing,
            Publishing publishing,
            CourseRuns runs,
            RunTeachers teachers,
            Acting acting,
            BankDeeds bank) {
        this.system = system;
        this.partners = partners;
        this.accounts = accounts;
        this.importing = importing;
        this.publishing = publishing;
        this.runs = runs;
        this.teachers = teachers;
        this.acting = acting;
        this.bank = bank;
    }

    void admit(PartnerList list) {
        system.run(AUTHORITY, () -> {
            for (PartnerList.Entry entry : list.partners()) {
                Slug slug = new Slug(entry.slug());
                if (partners.find(slug).isEmpty()) {
                    partners.admit(new PartnerData(
                            slug,
                            entry.name(),
                            entry.shortName(),
                            PartnerKind.valueOf(constant(entry.kind())),
                            entry.country(),
                            entry.homepage(),
                            entry.colour().hex(),
                            entry.description().strip()));
                }
            }
        });
    }

    /** Opens the account of a person and gives them their roles. */
    AccountId open(Person person, String password) {
        return system.call(AUTHORITY, () -> {
            EmailAddress email = new EmailAddress(person.email());
            Set<Role> platform = person.heldRoles().stream()
                    .filter(held -> held.partner() == null)
                    .map(Founding::role)
                    .collect(Collectors.toSet());
            AccountId account = accounts.find(email)
                    .map(AccountReference::id)
                    .orElseGet(() -> accounts.open(
                            new NewAccount(person.name(), email, password, Locale.forLanguageTag(person.language())),
                            platform));
            for (HeldRole held : person.heldRoles()) {
                if (held.partner() != null) {
                    partners.appoint(partner(held.partner()), account, role(held));
                }
            }
            return account;
        });
    }

    /** Imports a course, unless it is there. */
    CourseId bring(Path folder) {
        return system.call(AUTHORITY, () -> {
            CourseId brought = imported(folder);
            bank.fill(partner(partnerOf(folder)), brought);
            return brought;
        });
    }

    /** The run of a course that has this title; empty when it is not open yet. */
    Optional<CourseRunId> run(CourseId course, String title) {
        return system.call(
                AUTHORITY,
                () -> runs.ofCourse(course).stream()
                        .filter(run -> run.title().equals(title))
                        .map(CourseRun::id)
                        .findFirst());
    }

    /** Opens a run of a course, by the hand of who publishes with that what is new of it; its labs may wait to be tried. */
    CourseRunId open(CourseId course, Story.Run run, Instant opens) {
        return acting.call(run.by(), AUTHORITY, opens, () -> opened(course, run, opens));
    }

    /** Says who teaches a run. */
    void staff(CourseRunId opened, Story.Run run) {
        system.run(
                AUTHORITY,
                () -> teachers.state(
                        opened,
                        run.instructors().stream()
                                .map(email -> accounts.find(new EmailAddress(email))
                                        .map(AccountReference::id)
                                        .orElseThrow())
                                .collect(Collectors.toSet())));
    }

    private CourseId imported(Path folder) {
        ImportResult result =
                importing.importPath(partner(partnerOf(folder)), folder, EditedThings.KEEP, ImportWatch.NOBODY);
        return switch (result) {
            case ImportResult.Created created -> created.course();
            case ImportResult.Updated updated -> updated.course();
            case ImportResult.Unchanged unchanged -> unchanged.course();
            case ImportResult.Conflicting conflicting -> conflicting.course();
            case ImportResult.Refused refused ->
                throw failed(folder, refused.report().text());
            case ImportResult.Cancelled cancelled ->
                throw failed(folder, cancelled.report().text());
        };
    }

    private CourseRunId opened(CourseId course, Story.Run run, Instant opens) {
        CourseRunData data = new CourseRunData(run.title(), opens, null, true, null);
        String notes = run.notes();
        PublishResult result = publishing.publish(
                course,
                publishing.plan(course).revision(),
                new RunChoice.NewRun(data),
                notes == null ? VersionNotes.NONE : new VersionNotes(notes));
        return switch (result) {
            case PublishResult.Published published -> published.run();
            case PublishResult.NothingNew _ -> runs.open(course, data);
            case PublishResult.Blocked _, PublishResult.Unreviewed _ ->
                throw new IllegalStateException("A course of the demonstration cannot be published: " + result);
        };
    }

    private PartnerId partner(String slug) {
        return partners.find(new Slug(slug)).map(Partner::id).orElseThrow();
    }

    private static String partnerOf(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("course.yaml")).stream()
                    .filter(line -> line.startsWith("partner:"))
                    .map(line -> line.substring("partner:".length()).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException exception) {
            throw new IllegalStateException("The course in " + folder + " cannot be read", exception);
        }
    }

    private static IllegalStateException failed(Path folder, String report) {
        return new IllegalStateException("The course in " + folder + " cannot be imported: " + report);
    }

    private static Role role(HeldRole held) {
        return Role.valueOf(constant(held.role()));
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
