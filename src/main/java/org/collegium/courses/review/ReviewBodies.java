package org.collegium.courses.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bodies of the alliance that review courses, and who is in them. */
@Service
public class ReviewBodies {

    /** The most members of a body. */
    public static final int MOST = 50;

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SystemActor system;

    ReviewBodies(JdbcClient jdbc, Accounts accounts, SystemActor system) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.system = system;
    }

    /** Bodies by name; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.REVIEW_RULES + "') or @access.may('"
            + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional(readOnly = true)
    public List<ReviewBody> list(PageRequest page) {
        return jdbc.sql("select body.id, body.name, (select count(*) from review_body_member member"
                        + " where member.body_id = body.id) from review_body body order by body.name"
                        + " limit ? offset ?")
                .params(page.limit(), page.offset())
                .query((row, number) -> new ReviewBody(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }

    /** How many bodies there are; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.REVIEW_RULES + "') or @access.may('"
            + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from review_body").query(Integer.class).single();
    }

    /** Who is in a body, by name, at most {@link #MOST}; one query. */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional(readOnly = true)
    public List<BodyMember> members(UUID body) {
        return jdbc.sql("select person.id, person.name, person.email from review_body_member member"
                        + " join account person on person.id = member.person_id where member.body_id = ?"
                        + " order by person.name, person.id")
                .param(body)
                .query((row, number) ->
                        new BodyMember(new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * Founds a body.
     *
     * @throws RuleViolation when it has no name, or that of another
     */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional
    public UUID found(String name) {
        String told = name.strip();
        new Rules()
                .that(!told.isEmpty() && told.length() <= LONGEST, "courses.review.body.name", told.length())
                .hold();
        UUID id = Uuids.next();
        try {
            jdbc.sql("insert into review_body (id, name) values (?, ?)")
                    .params(id, told)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RuleViolation("courses.review.body.taken", told);
        }
        return id;
    }

    /**
     * Dissolves a body.
     *
     * @throws RuleViolation while it is asked by stages
     */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional
    public void dissolve(UUID body) {
        boolean asked = jdbc.sql("""
                        select exists (select 1 from review_rules where stages like :pattern)
                            or exists (select 1 from course_review_stage stage
                                join course_review review on review.id = stage.review_id
                                where stage.body_id = :body and review.state in ('OPEN', 'CHANGES', 'APPROVED'))
                        """)
                .param("pattern", "%" + body + "%")
                .param("body", body)
                .query(Boolean.class)
                .single();
        if (asked) {
            throw new RuleViolation("courses.review.body.asked");
        }
        jdbc.sql("delete from review_body where id = ?").param(body).update();
    }

    /**
     * Makes the person with this address a member.
     *
     * @throws RuleViolation when nobody has an account with it, they have no role at a partner by which they could review, or
     *     the body is full
     */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional
    public void appoint(UUID body, EmailAddress email) {
        AccountReference person =
                found(email).orElseThrow(() -> new RuleViolation("courses.review.member.nobody", email));
        boolean staff = jdbc.sql("select exists (select 1 from partner_staff where account_id = ?)")
                .param(person.id().value())
                .query(Boolean.class)
                .single();
        if (!staff) {
            throw new RuleViolation("courses.review.member.no-role", email);
        }
        if (jdbc.sql("select id from review_body where id = ? for update")
                .param(body)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new RuleViolation("courses.review.body.gone");
        }
        if (members(body).size() >= MOST) {
            throw new RuleViolation("courses.review.member.many", MOST);
        }
        jdbc.sql("insert ignore into review_body_member (body_id, person_id) values (?, ?)")
                .params(body, person.id().value())
                .update();
    }

    /** Ends the membership of a person; what they decided stays. */
    @PreAuthorize("@access.may('" + CoursesPermissions.REVIEW_ALLIANCE + "')")
    @Transactional
    public void dismiss(UUID body, AccountId person) {
        jdbc.sql("delete from review_body_member where body_id = ? and person_id = ?")
                .params(body, person.value())
                .update();
    }

    private Optional<AccountReference> found(EmailAddress email) {
        return system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(email));
    }
}
