package org.collegium.credentials.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CredentialDocuments;
import org.collegium.credentials.PaperLanguages;
import org.collegium.credentials.signed.AllianceSignature;
import org.collegium.credentials.signed.SignedCredential;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Transcripts over what somebody earned at several partners: the parts that the holder chose, together signed by the alliance. */
@Service
public class Transcripts {

    private final Sharing sharing;
    private final ShareRows links;
    private final TranscriptRows rows;
    private final CertificateRows certificates;
    private final CredentialDocuments documents;
    private final AllianceSignature alliance;
    private final Messages messages;
    private final PaperLanguages languages;
    private final Clock clock;
    private final String platform;

    Transcripts(
            Sharing sharing,
            ShareRows links,
            TranscriptRows rows,
            CertificateRows certificates,
            CredentialDocuments documents,
            AllianceSignature alliance,
            Messages messages,
            PaperLanguages languages,
            Clock clock,
            @Value("${collegium.address}") String platform) {
        this.sharing = sharing;
        this.links = links;
        this.rows = rows;
        this.certificates = certificates;
        this.documents = documents;
        this.alliance = alliance;
        this.messages = messages;
        this.languages = languages;
        this.clock = clock;
        this.platform = platform.replaceAll("/++$", "");
    }

    /**
     * What somebody gets who has the link of a transcript.
     *
     * @param parts as they are now, the newest first
     */
    public record Shown(SignedCredential transcript, List<Certificate> parts) {

        public Shown {
            parts = List.copyOf(parts);
        }
    }

    /**
     * As {@link Sharing#share}, with a transcript over what the link shows.
     *
     * @throws RuleViolation also when one of the certificates does not stand, or is not signed yet
     */
    @PreAuthorize("@access.is(#owner)")
    @Transactional
    public ShareLink share(AccountId owner, Collection<CertificateId> chosen, String name, ShareTerm term) {
        Set<CertificateId> wanted = new HashSet<>(chosen);
        Instant now = clock.instant();
        List<Certificate> standing = certificates.of(owner).stream()
                .filter(certificate -> certificate.valid() && !certificate.expiredAt(now))
                .toList();
        List<Certificate> parts = standing.stream()
                .filter(certificate -> wanted.contains(certificate.id()))
                .sorted(Comparator.comparing(Certificate::issuedAt))
                .toList();
        Map<CertificateId, String> signed = documents.of(owner);
        ShareLink link = sharing.share(owner, chosen, name, term);
        if (parts.size() < wanted.size()
                || !parts.stream().allMatch(certificate -> signed.containsKey(certificate.id()))) {
            throw new RuleViolation("credentials.share.transcript.unsigned");
        }
        String holder = parts.getLast().learnerName();
        TranscriptDocument document = new TranscriptDocument(
                platform + link.token().path(),
                platform,
                messages.getMessage("credentials.share.transcript.of", new Object[] {holder}, language(parts)),
                holder,
                parts.size() < standing.size(),
                parts.stream().map(Certificate::id).map(signed::get).toList());
        rows.insert(link.id(), alliance.sign(link.id(), issuer -> document.of(issuer, now)));
        return link;
    }

    /** That of the parts where they have one in common, else English. */
    private Locale language(List<Certificate> parts) {
        List<Locale> found = parts.stream()
                .map(part -> languages.of(part.language()))
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : Locale.ENGLISH;
    }

    /** The links of a person that have a transcript; one query. */
    @PreAuthorize("@access.is(#owner)")
    @Transactional(readOnly = true)
    public Set<UUID> links(AccountId owner) {
        return Set.copyOf(rows.of(owner));
    }

    /** What a link gives to anybody who has it; empty when it ended, or has no transcript. Three queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Shown> open(String token) {
        return link(token)
                .flatMap(link -> rows.find(link.id())
                        .map(transcript -> new Shown(transcript, certificates.all(link.certificates()))))
                .filter(shown -> !shown.parts().isEmpty());
    }

    /** Whether {@link #open} has one; two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean there(String token) {
        return link(token).filter(link -> rows.there(link.id())).isPresent();
    }

    private Optional<ShareLink> link(String token) {
        return Stream.of(token)
                .flatMap(text -> ShareToken.read(text).stream())
                .flatMap(read -> links.find(read).stream())
                .filter(link -> link.open(clock.instant()))
                .findFirst();
    }
}
