package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.Eligibility;
import org.collegium.credentials.Missing;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.partners.Partners;
import org.collegium.shared.ui.StatusBadge;

/** Says beside a learner's progress what remains for the certificate, that it was earned, or that it is there. */
@org.springframework.stereotype.Component
class RemainsForCertificate implements CourseProgressSlot {

    private static final int ORDER = 10;

    /** So many are shown at once; more would push what comes below out of sight. */
    private static final int FEW = 3;

    private final Certificates certificates;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Partners partners;

    RemainsForCertificate(Certificates certificates, CourseRuns runs, CourseVersions versions, Partners partners) {
        this.certificates = certificates;
        this.runs = runs;
        this.versions = versions;
        this.partners = partners;
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
        return certificates.eligibility(learner, run).flatMap(found -> said(found, address(run)));
    }

    /** Where a unit of the course is learned, by its key; empty where that cannot be said. */
    private Function<String, Optional<String>> address(CourseRunId id) {
        return unit -> runs.find(id)
                .flatMap(run -> versions.find(run.version())
                        .flatMap(version -> partners.find(run.partner())
                                .map(partner -> "/learn/" + partner.data().slug() + "/"
                                        + version.manifest().metadata().key() + "/" + unit)));
    }

    private static Optional<Component> said(Eligibility eligibility, Function<String, Optional<String>> address) {
        return switch (eligibility) {
            case Eligibility.Earned earned -> Optional.of(earned());
            case Eligibility.NotYet(var missing) ->
                missing.stream().anyMatch(Missing.NoRule.class::isInstance)
                        ? Optional.empty()
                        : Optional.of(remaining(missing, address));
        };
    }

    private static Component held() {
        Anchor show = new Anchor("/" + CredentialsNavigation.CERTIFICATES, Words.text("credentials.slot.show"));
        return panel(new StatusBadge(StatusBadge.Status.ACHIEVED, Words.text("credentials.slot.held")), show);
    }

    private static Component earned() {
        return panel(new StatusBadge(StatusBadge.Status.GOOD, Words.text("credentials.slot.earned")));
    }

    private static Component remaining(List<Missing> missing, Function<String, Optional<String>> address) {
        UnorderedList list = new UnorderedList();
        UnorderedList within = list;
        for (Missing one : missing) {
            ListItem item = new ListItem(said(one, address));
            if (one instanceof Missing.Way) {
                within = new UnorderedList();
                item.add(within);
                list.add(item);
            } else {
                within.add(item);
            }
        }
        long things =
                missing.stream().filter(one -> !(one instanceof Missing.Way)).count();
        NativeDetails remaining = new NativeDetails(Words.text("credentials.slot.remaining", things), list);
        remaining.setOpen(things <= FEW);
        return panel(remaining);
    }

    private static Component said(Missing missing, Function<String, Optional<String>> address) {
        String text = Words.text(missing.code(), missing.arguments().toArray());
        return missing.unit()
                .flatMap(address)
                .<Component>map(found -> new Anchor(found, text))
                .orElseGet(() -> new Span(text));
    }

    private static Component panel(Component... parts) {
        Div panel = new Div(parts);
        panel.addClassName("certificate-remains");
        return panel;
    }
}
