package org.collegium.partners;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.Access;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The partners for which the current person holds a permission: their own, or all for those who hold it for the platform. Whoever
 * does not hold it finds none.
 */
@Service
public class OwnPartners {

    private static final PageRequest TWO = new PageRequest(0, 2);

    private final PartnerRepository partners;
    private final Access access;

    OwnPartners(PartnerRepository partners, Access access) {
        this.partners = partners;
        this.access = access;
    }

    /**
     * Those whose name, short name or key has the text, by name; one query.
     *
     * @param permission such as {@code courses:edit}
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Partner> search(String permission, String text, PageRequest page) {
        return partners
                .searchAmong(
                        access.may(permission),
                        held(permission),
                        LikePattern.anywhere(text.strip()),
                        page.limit(),
                        page.offset())
                .stream()
                .map(PartnerRecord::seen)
                .toList();
    }

    /** How many {@link #search} finds; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public int count(String permission, String text) {
        return partners.countAmong(access.may(permission), held(permission), LikePattern.anywhere(text.strip()));
    }

    /** The one there is; empty when there is none, or a choice; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Partner> only(String permission) {
        List<Partner> first = search(permission, "", TWO);
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    /** The one with this key, as an address may have it; empty when it is not among them; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Partner> named(String permission, String key) {
        return Optional.of(key)
                .filter(Slug::isOne)
                .flatMap(partners::findBySlug)
                .map(PartnerRecord::seen)
                .filter(partner -> access.mayFor(permission, partner.id().value()));
    }

    private Set<UUID> held(String permission) {
        return access.partners(permission);
    }
}
