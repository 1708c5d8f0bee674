package org.collegium.credentials.templates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Takes somebody who signs out of every draft and version of a partner, with the picture of their signature. Their office stays.
 * People who sign are named in designs, not by an account, so this is asked for and does not follow from an account's end. It is
 * the one thing that changes a version.
 */
@Service
public class ForgettingSignatories {

    private final TemplateRows templates;
    private final LookRows looks;
    private final RetriedTransactions transactions;
    private final Clock clock;

    ForgettingSignatories(TemplateRows templates, LookRows looks, RetriedTransactions transactions, Clock clock) {
        this.templates = templates;
        this.looks = looks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a name out. Returns in how many drafts and versions it stood.
     *
     * @param name as it is written in the designs
     * @throws RuleViolation when it stands nowhere
     */
    @PreAuthorize(
            "@access.mayFor(T(org.collegium.credentials.templates.TemplateOwners).designing(#partner), #partner.value())")
    public int forget(PartnerId partner, String name) {
        return transactions.run(() -> {
            List<UUID> signatures = new ArrayList<>();
            List<UUID> logos = new ArrayList<>();
            int changed = 0;
            for (Template template : templates.all(partner)) {
                template.design().logo().ifPresent(logos::add);
                if (signs(template.design(), name)) {
                    signatures.addAll(pictures(template.design(), name));
                    templates.replace(template.id(), without(template.design(), name));
                    changed++;
                }
                for (TemplateVersion version : templates.everyVersion(template.id())) {
                    version.design().logo().ifPresent(logos::add);
                    if (signs(version.design(), name)) {
                        signatures.addAll(pictures(version.design(), name));
                        templates.replace(
                                template.id(), version.number(), without(version.design(), name), clock.instant());
                        changed++;
                    }
                }
            }
            if (changed == 0) {
                throw new RuleViolation("credentials.template.forget.nowhere", name);
            }
            signatures.removeAll(logos);
            looks.remove(partner, signatures);
            return changed;
        });
    }

    private static boolean signs(Design design, String name) {
        return design.all()
                .anyMatch(block -> block instanceof Block.Signatures signatures
                        && signatures.people().stream().anyMatch(person -> is(person, name)));
    }

    private static List<UUID> pictures(Design design, String name) {
        List<UUID> found = new ArrayList<>();
        design.all().forEach(block -> {
            if (block instanceof Block.Signatures signatures) {
                signatures.people().stream()
                        .filter(person -> is(person, name))
                        .map(Block.Signatory::image)
                        .filter(Objects::nonNull)
                        .forEach(found::add);
            }
        });
        return found;
    }

    private static Design without(Design design, String name) {
        return design.changed(block -> block instanceof Block.Signatures signatures
                ? new Block.Signatures(
                        signatures.id(),
                        signatures.people().stream()
                                .map(person -> is(person, name) ? person.forgotten() : person)
                                .toList())
                : block);
    }

    private static boolean is(Block.Signatory person, String name) {
        return !name.isBlank() && person.name().strip().equalsIgnoreCase(name.strip());
    }
}
