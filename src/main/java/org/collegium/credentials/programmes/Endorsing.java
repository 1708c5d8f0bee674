package org.collegium.credentials.programmes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.KeyCompromised;
import org.collegium.credentials.signed.SigningEndorsements;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Partners whose courses are part of a programme agree to it, with a signature of their own key, or do so no more. */
@Service
public class Endorsing {

    private static final String MAY = "@access.mayFor('" + CredentialsPermissions.ENDORSE + "', #partner.value())";
    private static final int LONGEST_COMMENT = 500;
    private static final PageRequest ALL = new PageRequest(0, 500);

    private final ProgrammeRows programmes;
    private final EndorsementRows rows;
    private final CourseVersions versions;
    private final SigningEndorsements signing;
    private final Access access;
    private final Clock clock;

    Endorsing(
            ProgrammeRows programmes,
            EndorsementRows rows,
            CourseVersions versions,
            SigningEndorsements signing,
            Access access,
            Clock clock) {
        this.programmes = programmes;
        this.rows = rows;
        this.versions = versions;
        this.signing = signing;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A programme with courses of a partner.
     *
     * @param agreed what the partner agreed to last
     */
    public record Asked(Programme programme, Optional<Endorsement> agreed) {

        /** Whether the partner agreed to what is published now. */
        public boolean current() {
            return agreed.filter(given -> given.number() == programme.number()).isPresent();
        }
    }

    /** The published programmes with courses of a partner; a few queries for each programme there is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Asked> of(PartnerId partner) {
        List<Endorsement> given = rows.by(partner);
        return programmes.list("", false, ALL).stream()
                .filter(programme -> isIn(programme, partner))
                .map(programme -> new Asked(
                        programme,
                        given.stream()
                                .filter(one -> one.programme().equals(programme.id()))
                                .findFirst()))
                .toList();
    }

    /** Who agreed to what is published now; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Endorsement> of(Programme programme) {
        return rows.of(programme.id()).stream()
                .filter(given -> given.number() == programme.number())
                .toList();
    }

    /**
     * Agrees, for a partner, to a programme as it is published now. Certificates that are issued from now on carry it.
     *
     * @param number of the publication that was read
     * @param comment what the partner says of it, public; 1 to 500 characters
     * @throws RuleViolation when the comment cannot be, no course of the partner is in it, or it was published anew since
     */
    @PreAuthorize(MAY)
    @Transactional
    public void agree(PartnerId partner, ProgrammeId programme, int number, String comment) {
        String said = comment.strip();
        if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
            throw new RuleViolation("credentials.endorsement.comment.length", said.length(), LONGEST_COMMENT);
        }
        Programme known = programmes
                .find(programme)
                .filter(found -> found.state() == Programme.State.PUBLISHED && isIn(found, partner))
                .orElseThrow(() -> new RuleViolation("credentials.endorsement.not-in"));
        if (known.number() != number) {
            throw new RuleViolation("credentials.endorsement.published-anew");
        }
        var now = clock.instant();
        rows.put(
                new Endorsement(
                        programme, partner, known.number(), said, now, signing.sign(partner, about(known), said, now)),
                access.actorId());
    }

    /**
     * Agrees no more. What was issued keeps it.
     *
     * @throws RuleViolation when the partner did not agree
     */
    @PreAuthorize(MAY)
    @Transactional
    public void withdraw(PartnerId partner, ProgrammeId programme) {
        if (!rows.remove(programme, partner)) {
            throw new RuleViolation("credentials.endorsement.none");
        }
    }

    /** What was signed with a key that others may have is signed with the new one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(KeyCompromised compromised) {
        if (!compromised.issuer().alliance()) {
            PartnerId partner = new PartnerId(compromised.issuer().id());
            rows.by(partner)
                    .forEach(given -> rows.sign(
                            given, signing.signAgain(partner, given.programme().value(), given.document())));
        }
    }

    private static SigningEndorsements.About about(Programme programme) {
        return new SigningEndorsements.About(
                programme.id().value(),
                programme.number(),
                programme.published().map(ProgrammeData::title).orElse(""),
                programme.slug().value());
    }

    private boolean isIn(Programme programme, PartnerId partner) {
        return programme
                .published()
                .map(ProgrammeData::courses)
                .filter(courses -> versions.latest(courses).values().stream()
                        .map(CourseVersion::partner)
                        .anyMatch(partner::equals))
                .isPresent();
    }
}
