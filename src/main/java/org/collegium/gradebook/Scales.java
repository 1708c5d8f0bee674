package org.collegium.gradebook;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.gradebook.rules.Scale;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scales that the runs of a partner choose from: the usual ones and its own. */
@Service
public class Scales {

    private static final String MAY = "@access.mayFor('" + GradebookPermissions.SET_UP + "', #partner.value())";
    private static final int MOST = 100;

    private final ScaleRows rows;
    private final RetriedTransactions transactions;

    Scales(ScaleRows rows, RetriedTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** The usual scales, then the partner's own by name; two queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Scale> of(PartnerId partner) {
        return Stream.concat(Scale.USUAL.stream(), rows.of(partner).stream()).toList();
    }

    /**
     * Keeps a scale of the partner. Runs that use it say their grades by it from now on.
     *
     * @param scale with the key of one of the partner's; with any other key it is a new one
     * @return its key
     * @throws RuleViolation when it has no name, or another scale has the same, or there are a hundred
     */
    @PreAuthorize(MAY)
    public String keep(PartnerId partner, Scale scale) {
        return transactions.run(() -> {
            List<Scale> own = rows.of(partner);
            boolean known = own.stream().anyMatch(one -> one.key().equals(scale.key()));
            if (scale.name().isEmpty()) {
                throw new RuleViolation("gradebook.scale.name.missing");
            }
            if (own.stream()
                    .anyMatch(one -> one.name().equalsIgnoreCase(scale.name())
                            && !one.key().equals(scale.key()))) {
                throw new RuleViolation("gradebook.scale.name.taken", scale.name());
            }
            if (!known && own.size() >= MOST) {
                throw new RuleViolation("gradebook.scale.many", MOST);
            }
            String key = known ? scale.key() : Uuids.next().toString();
            rows.write(
                    partner,
                    new Scale(key, scale.name(), scale.kind(), scale.points(), scale.decimals(), scale.steps()));
            return key;
        });
    }

    /**
     * Removes a scale of the partner.
     *
     * @throws RuleViolation while a run uses it
     */
    @PreAuthorize(MAY)
    public void remove(PartnerId partner, String key) {
        transactions.run(() -> {
            if (rows.used(key)) {
                throw new RuleViolation("gradebook.scale.used");
            }
            rows.remove(partner, UUID.fromString(key));
            return true;
        });
    }
}
