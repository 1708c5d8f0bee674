package org.collegium.enrolment;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Named groups of the learners of a run, for what all of them are given. A learner may be in several; whoever leaves the run leaves its
 * groups. Each operation has one query to see whose run it is.
 */
@Service
public class RunGroups {

    /** The most learners who come into a group at once. */
    public static final int MOST = PastedLine.MOST;

    private static final String MAY = "@runAccess.may('" + EnrolmentPermissions.GROUPS + "', #run)";
    private static final int LONGEST = 80;

    private final RunGroupRows rows;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final OtherStaff others;
    private final Clock clock;

    RunGroups(
            RunGroupRows rows,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            OtherStaff others,
            Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.others = others;
        this.clock = clock;
    }

    /**
     * The groups of a run by name; one query.
     *
     * @param text part of the name; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunGroup> list(CourseRunId run, String text, PageRequest page) {
        return rows.list(run, text, page);
    }

    /** How many groups a run has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run) {
        return rows.count(run);
    }

    /** A group of a run, empty when it has none such; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<RunGroup> find(CourseRunId run, RunGroupId group) {
        return rows.find(run, group);
    }

    /**
     * Makes a group without members; one query.
     *
     * @throws RuleViolation when the name is missing, too long, or that of another group of the run
     */
    @PreAuthorize(MAY)
    public RunGroupId create(CourseRunId run, String name) {
        RunGroupId group = RunGroupId.next();
        String plain = checked(name);
        named(plain, () -> rows.insert(group, run, plain, clock.instant()));
        return group;
    }

    /**
     * Gives a group another name; two queries.
     *
     * @throws RuleViolation when there is no such group, or the name is missing, too long, or that of another group of the run
     */
    @PreAuthorize(MAY)
    public void rename(CourseRunId run, RunGroupId group, String name) {
        String plain = checked(name);
        named(plain, () -> {
            hold(run, group);
            rows.rename(group, plain);
        });
    }

    private void named(String name, Runnable act) {
        try {
            transactions.run(() -> {
                act.run();
                return true;
            });
        } catch (DuplicateKeyException taken) {
            throw new RuleViolation("enrolment.group.name.taken", name);
        }
    }

    private static String checked(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new RuleViolation("enrolment.group.name.length", plain.length(), LONGEST);
        }
        return plain;
    }

    /**
     * Takes a group away; its learners stay in the run. Three queries.
     *
     * @throws RuleViolation when one is in it oneself and somebody else may
     */
    @PreAuthorize(MAY)
    public void delete(CourseRunId run, RunGroupId group) {
        transactions.run(() -> {
            if (rows.held(run, group)) {
                Set<AccountId> members = rows.all(group);
                members.forEach(learner -> refuseOwn(run, learner));
                rows.delete(group);
                events.publishEvent(new GroupMembersChanged(run, members));
            }
            return true;
        });
    }

    /**
     * The members of a group by name; two queries.
     *
     * @param text part of the name or the address; empty for all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunPerson> members(CourseRunId run, RunGroupId group, String text, PageRequest page) {
        return rows.find(run, group)
                .map(found -> rows.members(group, text, page))
                .orElse(List.of());
    }

    /** How many {@link #members} has; two queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int countMembers(CourseRunId run, RunGroupId group, String text) {
        return rows.find(run, group)
                .map(found -> rows.countMembers(group, text))
                .orElse(0);
    }

    /** Learners of the run to choose from who are not in the group, by name; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunPerson> others(CourseRunId run, RunGroupId group, String text, PageRequest page) {
        return rows.others(run, group, text, page);
    }

    /**
     * Learners by e-mail addresses, one in each line, whatever else stands there; empty lines are left out. One query.
     *
     * @throws RuleViolation when there are more than {@link PastedLine#MOST} lines
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PastedLine> read(CourseRunId run, RunGroupId group, String text) {
        return PastedLine.read(text, emails -> rows.known(run, group, emails));
    }

    /**
     * Brings learners into a group, all of them or, when one is refused, none. Whoever is in it already stays. Four queries.
     *
     * @throws RuleViolation when there is no such group, one of them is not in the run, or is oneself and somebody else may
     */
    @PreAuthorize(MAY)
    public void add(CourseRunId run, RunGroupId group, Collection<AccountId> learners) {
        Set<AccountId> all = new TreeSet<>(Comparator.comparing(AccountId::value));
        all.addAll(learners);
        if (all.isEmpty() || all.size() > MOST) {
            throw new RuleViolation("enrolment.group.members.number", all.size(), MOST);
        }
        transactions.run(() -> {
            hold(run, group);
            if (rows.enrolled(run, all) < all.size()) {
                throw new RuleViolation("enrolment.group.members.unknown");
            }
            all.forEach(learner -> refuseOwn(run, learner));
            rows.add(group, all, clock.instant());
            events.publishEvent(new GroupMembersChanged(run, all));
            return true;
        });
    }

    /**
     * Takes a learner out of a group; three queries.
     *
     * @throws RuleViolation when there is no such group, or it is oneself and somebody else may
     */
    @PreAuthorize(MAY)
    public void remove(CourseRunId run, RunGroupId group, AccountId learner) {
        transactions.run(() -> {
            hold(run, group);
            refuseOwn(run, learner);
            if (rows.remove(group, learner)) {
                events.publishEvent(new GroupMembersChanged(run, Set.of(learner)));
            }
            return true;
        });
    }

    private void hold(CourseRunId run, RunGroupId group) {
        if (!rows.held(run, group)) {
            throw new RuleViolation("enrolment.group.gone");
        }
    }

    private void refuseOwn(CourseRunId run, AccountId learner) {
        if (others.decideFor(run, learner)) {
            throw new RuleViolation("enrolment.group.own");
        }
    }
}
