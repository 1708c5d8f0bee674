package org.collegium.courses.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.NewAccount;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A course of one partner that another partner and a committee review. */
public final class ReviewFixtures {

    public final Partner own;
    public final Partner other;
    public final UUID committee;
    private final ApplicationContext beans;

    public ReviewFixtures(ApplicationContext beans) {
        this.beans = beans;
        own = CoursesFixtures.partner(beans);
        other = CoursesFixtures.partner(beans);
        committee = asAlliance(() -> beans.getBean(ReviewBodies.class).found("Committee " + UUID.randomUUID()));
    }

    /** Somebody with a role at a partner, confirmed. */
    public AccountId staff(String name, Partner partner, Role role) {
        AccountId account = person(name);
        appoint(account, partner.id(), role);
        return account;
    }

    public void appoint(AccountId account, PartnerId partner, Role role) {
        system().run(
                        Set.of(PartnersPermissions.STAFF),
                        () -> beans.getBean(Partners.class).appoint(partner, account, role));
    }

    public void dismiss(AccountId account, PartnerId partner, Role role) {
        system().run(
                        Set.of(PartnersPermissions.STAFF),
                        () -> beans.getBean(Partners.class).dismiss(partner, account, role));
    }

    /** A reviewer of the other partner who is in the committee. */
    public AccountId member(String name) {
        AccountId account = staff(name, other, Role.INSTRUCTOR);
        asAlliance(() -> {
            beans.getBean(ReviewBodies.class).appoint(committee, new EmailAddress(email(account)));
            return account;
        });
        return account;
    }

    private AccountId person(String name) {
        return system().call(
                        Set.of(IdentityPermissions.ROLES),
                        () -> beans.getBean(Accounts.class)
                                .open(
                                        new NewAccount(
                                                name,
                                                new EmailAddress(UUID.randomUUID() + "@example.org"),
                                                IdentityFixtures.PASSWORD,
                                                Locale.ENGLISH),
                                        Set.of()));
    }

    private String email(AccountId account) {
        return system().call(
                        Set.of(IdentityPermissions.PEOPLE),
                        () -> beans.getBean(Accounts.class)
                                .find(account)
                                .map(AccountReference::email)
                                .orElseThrow());
    }

    /** Does something as this person, with the roles that they hold now. */
    public <T> T as(AccountId account, Supplier<T> work) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        signIn(account);
        try {
            return work.get();
        } finally {
            IdentityFixtures.signIn(before);
        }
    }

    public void signIn(AccountId account) {
        UserDetails person = beans.getBean(UserDetailsService.class).loadUserByUsername(email(account));
        IdentityFixtures.signIn(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
    }

    /** States what the courses of the partner go through. */
    public void require(StageRule... stages) {
        system().run(
                        Set.of(CoursesPermissions.REVIEW_RULES),
                        () -> beans.getBean(SettingStages.class)
                                .state(own.id(), new ReviewRules(true, List.of(stages))));
    }

    public StageRule byOther(int quorum) {
        return new StageRule(StageRule.Kind.PARTNER, other.id().value(), Role.REVIEWER, quorum, false);
    }

    public StageRule byCommittee(int quorum) {
        return new StageRule(StageRule.Kind.BODY, committee, Role.REVIEWER, quorum, true);
    }

    public CourseId draft(String lesson) {
        return CoursesFixtures.draft(
                beans,
                own,
                CoursesFixtures.accepted(CoursesFixtures.metadata("reviewed-course"), lesson, CoursesFixtures.QUIZ));
    }

    /** Changes the lesson, as the current person. */
    public void write(CourseId course, String lesson) {
        Drafts drafts = beans.getBean(Drafts.class);
        int revision = drafts.find(course).orElseThrow().revision();
        drafts.replaceFile(course, revision, "what-is-a-model", lesson.getBytes(StandardCharsets.UTF_8));
    }

    /** Submits the draft as it is, as the current person. */
    public ReviewId submit(CourseId course, String note) {
        SubmittingCourses submitting = beans.getBean(SubmittingCourses.class);
        SubmitPlan plan = submitting.plan(course).orElseThrow();
        return switch (submitting.submit(course, plan.revision(), note)) {
            case SubmitResult.Submitted(ReviewId review, int round) -> review;
            case SubmitResult.Blocked blocked -> throw new AssertionError("Blocked: " + blocked);
        };
    }

    public <T> T asAlliance(Supplier<T> work) {
        return system().call(Set.of(CoursesPermissions.REVIEW_ALLIANCE), work);
    }

    /** Subjects of the mails to somebody, in order. */
    public List<String> mails(@Nullable AccountId account) {
        return beans.getBean(JdbcClient.class)
                .sql("select subject from mail where account_id = ? order by id")
                .param(String.valueOf(account))
                .query(String.class)
                .list();
    }

    private SystemActor system() {
        return beans.getBean(SystemActor.class);
    }
}
