package org.collegium.credentials.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.HiddenRows;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holders decide who sees their certificates: by a link for as long as they like, or not by the code any more. */
@Service
public class Sharing {

    private static final int MOST_CERTIFICATES = 100;
    private static final int MOST_LINKS = 50;
    private static final int LONGEST_NAME = 100;

    private final ShareRows links;
    private final CertificateRows certificates;
    private final HiddenRows hiding;
    private final Clock clock;

    Sharing(ShareRows links, CertificateRows certificates, HiddenRows hiding, Clock clock) {
        this.links = links;
        this.certificates = certificates;
        this.hiding = hiding;
        this.clock = clock;
    }

    /** The links of a person that still show something, the newest first, at most 50; one query. */
    @PreAuthorize("@access.is(#owner)")
    @Transactional(readOnly = true)
    public List<ShareLink> links(AccountId owner) {
        return links.of(owner, clock.instant());
    }

    /**
     * Makes a link that shows some of a person's certificates to whoever has it, hidden ones too.
     *
     * @param chosen 1 to 100 certificates that the person holds
     * @param name what the person calls it, up to 100 characters, or empty; others do not see it
     * @throws RuleViolation when a certificate is not theirs, nothing is chosen, the name is too long, or they have 50 links
     */
    @PreAuthorize("@access.is(#owner)")
    @Transactional
    public ShareLink share(AccountId owner, Collection<CertificateId> chosen, String name, ShareTerm term) {
        Set<CertificateId> wanted = new HashSet<>(chosen);
        if (wanted.isEmpty() || wanted.size() > MOST_CERTIFICATES) {
            throw new RuleViolation("credentials.share.certificates", MOST_CERTIFICATES);
        }
        String called = name.strip();
        if (called.length() > LONGEST_NAME) {
            throw new RuleViolation("credentials.share.name.length", called.length(), LONGEST_NAME);
        }
        Instant now = clock.instant();
        if (links.of(owner, now).size() >= MOST_LINKS) {
            throw new RuleViolation("credentials.share.most", MOST_LINKS);
        }
        if (!held(owner).containsAll(wanted)) {
            throw new RuleViolation("credentials.share.not-held");
        }
        ShareLink link =
                new ShareLink(Uuids.next(), ShareToken.next(), called, List.copyOf(wanted), now, term.end(now));
        links.insert(link, owner);
        return link;
    }

    /**
     * Ends a link: whoever has it sees nothing from now on.
     *
     * @throws RuleViolation when the person has no such link
     */
    @PreAuthorize("@access.is(#owner)")
    @Transactional
    public void end(AccountId owner, UUID link) {
        if (!links.remove(owner, link)) {
            throw new RuleViolation("credentials.share.gone");
        }
    }

    /** The certificates of a person that the code alone does not show; one query. */
    @PreAuthorize("@access.is(#owner)")
    @Transactional(readOnly = true)
    public Set<CertificateId> hidden(AccountId owner) {
        return hiding.of(owner);
    }

    /**
     * Hides a certificate from whoever has nothing but its code, or shows it again. That it exists and whether it stands can
     * still be seen, and files that the holder gave away can still be verified.
     *
     * @throws RuleViolation when it is not theirs
     */
    @PreAuthorize("@access.is(#owner)")
    @Transactional
    public void hide(AccountId owner, CertificateId certificate, boolean hidden) {
        if (!held(owner).contains(certificate)) {
            throw new RuleViolation("credentials.share.not-held");
        }
        if (hidden) {
            hiding.hide(certificate, clock.instant());
        } else {
            hiding.show(certificate);
        }
    }

    /** What a link shows, to anybody; empty when it ended, or never was. Two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<SharedCertificates> open(String token) {
        return ShareToken.read(token)
                .flatMap(links::find)
                .filter(link -> link.open(clock.instant()))
                .map(link -> new SharedCertificates(certificates.all(link.certificates()), link.endsAt()))
                .filter(shared -> !shared.certificates().isEmpty());
    }

    private Set<CertificateId> held(AccountId owner) {
        return certificates.of(owner).stream()
                .filter(certificate -> Objects.equals(certificate.learner(), owner))
                .map(Certificate::id)
                .collect(Collectors.toSet());
    }
}
