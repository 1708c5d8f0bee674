package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.Eligibility;
import org.collegium.credentials.Missing;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.shared.ui.StatusBadge;

/** Says beside a learner's progress what remains for the certificate, that it was earned, or that it is there. */
@org.springframework.stereotype.Component
class RemainsForCertificate implements CourseProgressSlot {

    private static final int ORDER = 10;

    /** So many are shown at once; more would push what comes below out of sight. */
    private static final int FEW = 3;

    private final Certificates certificates;

    RemainsForCertificate(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Component> create(AccountId learner, CourseRunId run) {
        if (certificates.held(learner, run).isPresent()) {
            return Optional.of(held());
        }
        return certificates.eligibility(learner, run).flatMap(RemainsForCertificate::said);
    }

    private static Optional<Component> said(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> Optional.of(earned());
            case Eligibility.NotYet(var missing) ->
                missing.stream().anyMatch(Missing.NoRule.class::isInstance)
                        ? Optional.empty()
                        : Optional.of(remaining(missing));
        };
    }

    private static Component held() {
        Anchor show = new Anchor("/" + CredentialsNavigation.CERTIFICATES, Words.text("credentials.slot.show"));
        return panel(new StatusBadge(StatusBadge.Status.ACHIEVED, Words.text("credentials.slot.held")), show);
    }

    private static Component earned() {
        return panel(new StatusBadge(StatusBadge.Status.GOOD, Words.text("credentials.slot.earned")));
    }

    private static Component remaining(List<Missing> missing) {
        UnorderedList list = new UnorderedList();
        missing.forEach(one ->
                list.add(new ListItem(Words.text(one.code(), one.arguments().toArray()))));
        NativeDetails remaining = new NativeDetails(Words.text("credentials.slot.remaining", missing.size()), list);
        remaining.setOpen(missing.size() <= FEW);
        return panel(remaining);
    }

    private static Component panel(Component... parts) {
        Div panel = new Div(parts);
        panel.addClassName("certificate-remains");
        return panel;
    }
}
