package org.collegium.credentials.templates;

import static org.collegium.credentials.CredentialsPermissions.SEE_TEMPLATES;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of a partner's certificates: drafts that are changed and saved, and versions that stay as they are. */
@Service
public class CertificateTemplates {

    private static final String MAY =
            "@access.mayFor(T(org.collegium.credentials.templates.TemplateOwners).designing(#partner), #partner.value())";
    private static final String MAY_SEE = "@access.mayFor('" + SEE_TEMPLATES + "', #partner.value())";
    private static final int LONGEST_NOTE = 300;

    private final TemplateRows templates;
    private final LookRows looks;
    private final Looks drawing;
    private final TemplateOwners owners;
    private final Accounts accounts;
    private final SystemActor system;
    private final Access access;
    private final RetriedTransactions transactions;
    private final Clock clock;

    CertificateTemplates(
            TemplateRows templates,
            LookRows looks,
            Looks drawing,
            TemplateOwners owners,
            Accounts accounts,
            SystemActor system,
            Access access,
            RetriedTransactions transactions,
            Clock clock) {
        this.templates = templates;
        this.looks = looks;
        this.drawing = drawing;
        this.owners = owners;
        this.accounts = accounts;
        this.system = system;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those of a partner by name, retired ones last; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<TemplateListItem> list(PartnerId partner, PageRequest page) {
        return templates.list(partner, page);
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public int count(PartnerId partner) {
        return templates.count(partner);
    }

    /** One with its draft; empty when the partner has no such; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Optional<Template> find(PartnerId partner, TemplateId id) {
        return templates.find(partner, id);
    }

    /** The names of those who changed or published something. */
    @PreAuthorize(MAY_SEE)
    public Map<AccountId, String> names(PartnerId partner, Collection<AccountId> people) {
        return system.call(
                Set.of(IdentityPermissions.PEOPLE),
                () -> people.stream()
                        .distinct()
                        .flatMap(person -> accounts.find(person).stream())
                        .collect(Collectors.toMap(AccountReference::id, AccountReference::name)));
    }

    /**
     * Begins one.
     *
     * @throws RuleViolation when its name is too long, or the design beyond a limit
     */
    @PreAuthorize(MAY)
    public TemplateId create(PartnerId partner, String name, Design design) {
        DesignRules.hold(name.strip(), design);
        return transactions.run(() -> {
            TemplateId id = TemplateId.next();
            templates.insert(id, partner, name.strip(), design, access.actor(), clock.instant());
            return id;
        });
    }

    /**
     * Saves a draft, unless somebody saved since the revision from which the person began.
     *
     * @throws RuleViolation when it goes beyond a limit, or the template was retired
     */
    @PreAuthorize(MAY)
    public Saved save(PartnerId partner, TemplateId id, int revision, String name, Design design) {
        DesignRules.hold(name.strip(), design);
        return transactions.run(() -> {
            Template known = usable(partner, id);
            return templates.save(known.id(), revision, name.strip(), design, access.actor(), clock.instant())
                    ? new Saved.Kept(revision + 1)
                    : new Saved.ChangedMeanwhile(known);
        });
    }

    /** What is wrong with a design, drawn with examples in each of its languages; takes about a second. */
    @PreAuthorize(MAY_SEE)
    public List<DesignFault> faults(PartnerId partner, Design design) {
        Partner known = partner(partner);
        return Checking.all(
                design,
                looks.pictures(partner, design.images()),
                (example, language) -> drawing.filling(
                        example, partner, known.data().name(), known.data().brandColour(), language));
    }

    /** A design with an example, as it would be issued, and what can be said of it at once. */
    @PreAuthorize(MAY_SEE)
    public Preview preview(PartnerId partner, Design design, Example example, String language) {
        Partner known = partner(partner);
        Map<UUID, Picture> pictures = looks.pictures(partner, design.images());
        Filling filling = drawing.filling(
                example, partner, known.data().name(), known.data().brandColour(), language);
        return Preview.of(design, filling, pictures);
    }

    /**
     * Makes the draft a version, by which certificates are issued from now on where the template is used.
     *
     * @param note what changed, at most 300 characters; may be empty
     * @throws RuleViolation when something forbids it, or somebody saved since that revision
     */
    @PreAuthorize(MAY)
    public int publish(PartnerId partner, TemplateId id, int revision, String note) {
        if (note.strip().length() > LONGEST_NOTE) {
            throw new RuleViolation("credentials.template.note.length", note.length(), LONGEST_NOTE);
        }
        Template looked = usable(partner, id);
        if (looked.revision() != revision) {
            throw new RuleViolation("credentials.template.changed");
        }
        long forbids = faults(partner, looked.design()).stream()
                .filter(DesignFault::forbids)
                .count();
        if (forbids > 0) {
            throw new RuleViolation("credentials.template.faulty", forbids);
        }
        return transactions.run(() -> {
            Template known = usable(partner, id);
            int number = (known.published() == null ? 0 : known.published()) + 1;
            if (!templates.number(id, revision, number)) {
                throw new RuleViolation("credentials.template.changed");
            }
            templates.insert(id, number, known.design(), note.strip(), access.actor(), clock.instant());
            return number;
        });
    }

    /** The versions of a template, the newest first; two queries. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<TemplateVersion> versions(PartnerId partner, TemplateId id, PageRequest page) {
        return templates
                .find(partner, id)
                .map(known -> templates.versions(id, page))
                .orElse(List.of());
    }

    /** One version; two queries. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Optional<TemplateVersion> version(PartnerId partner, TemplateId id, int number) {
        return templates.find(partner, id).flatMap(known -> templates.version(id, number));
    }

    /** Lets a template be used no more, or again. What was issued by it stays as it is. */
    @PreAuthorize(MAY)
    @Transactional
    public void retire(PartnerId partner, TemplateId id, boolean retired) {
        templates.find(partner, id).ifPresent(known -> templates.retire(id, retired ? clock.instant() : null));
    }

    /**
     * Takes a picture for designs: PNG, JPEG or GIF, encoded anew. Returns its id.
     *
     * @throws RuleViolation when it is none, or too large
     */
    @PreAuthorize(MAY)
    public UUID addPicture(PartnerId partner, byte[] file) {
        Picture picture = PictureReading.read(file);
        return transactions.run(
                () -> looks.keep(Uuids.next(), partner, sha256(picture.png()), picture, clock.instant()));
    }

    /** A picture that the partner has; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Optional<Picture> picture(PartnerId partner, UUID id) {
        return Optional.ofNullable(looks.pictures(partner, List.of(id)).get(id));
    }

    private Template usable(PartnerId partner, TemplateId id) {
        Template known =
                templates.find(partner, id).orElseThrow(() -> new RuleViolation("credentials.template.unknown"));
        if (known.retired()) {
            throw new RuleViolation("credentials.template.retired");
        }
        return known;
    }

    private Partner partner(PartnerId partner) {
        return owners.find(partner).orElseThrow(() -> new RuleViolation("credentials.template.unknown"));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
