package org.collegium.credentials.rules;

import java.time.Clock;
import java.util.Optional;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That registrars have seen who a learner is, for rules that ask for it. Nothing of what they saw is kept but how. */
@Service
public class IdentityChecks {

    private static final int LONGEST = 500;

    private final IdentityRows rows;
    private final Access access;
    private final Clock clock;

    IdentityChecks(IdentityRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /** One query. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.VIEW + "')")
    @Transactional(readOnly = true)
    public Optional<IdentityCheck> of(AccountId learner) {
        return rows.check(learner);
    }

    /**
     * Notes that the identity of a learner was seen; what was noted first stays.
     *
     * @param how 1 to 500 characters
     * @throws RuleViolation when it is missing or too long
     */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public void note(AccountId learner, String how) {
        String said = how.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new RuleViolation("credentials.identity.how.length", said.length(), LONGEST);
        }
        rows.note(learner, said, access.actorId(), clock.instant());
    }

    /** Takes it back, where it was a mistake. */
    @PreAuthorize("@access.may('" + CredentialsPermissions.ISSUE + "')")
    @Transactional
    public void takeBack(AccountId learner) {
        rows.takeBack(learner);
    }
}
