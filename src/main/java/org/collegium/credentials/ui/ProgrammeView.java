package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.Courses;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.LookingAtProgrammes;
import org.collegium.credentials.programmes.Endorsing;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StudioPage;
import org.collegium.shared.ui.Toasts;

/** A programme as registrars write it; under {@code new} one that is begun. */
@Route(value = CredentialsNavigation.PROGRAMMES + "/:programme", layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PROGRAMMES)
class ProgrammeView extends StudioPage implements BeforeEnterObserver {

    static final String NEW = "new";

    private final transient Programmes programmes;
    private final transient LookingAtProgrammes looking;
    private final transient Endorsing endorsing;
    private final transient Courses courses;
    private final transient Partners partners;

    ProgrammeView(
            Programmes programmes,
            LookingAtProgrammes looking,
            Endorsing endorsing,
            Courses courses,
            Partners partners) {
        this.programmes = programmes;
        this.looking = looking;
        this.endorsing = endorsing;
        this.courses = courses;
        this.partners = partners;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String named = event.getRouteParameters().get("programme").orElseThrow(NotFoundException::new);
        if (named.equals(NEW)) {
            show(Optional.empty());
        } else {
            show(Optional.of(id(named).flatMap(programmes::find).orElseThrow(NotFoundException::new)));
        }
    }

    static Optional<ProgrammeId> id(String text) {
        try {
            return Optional.of(new ProgrammeId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void show(Optional<Programme> programme) {
        name(programme
                .map(found -> found.draft().title())
                .orElseGet(() -> getTranslation("credentials.programmes.new")));
        ProgrammeForm form = new ProgrammeForm(
                courses,
                partners,
                programme,
                programme.map(Programme::draft).map(programmes::parts).orElseGet(java.util.Map::of));
        content().removeAll();
        content()
                .add(new PageHeader(getPageTitle(), getTranslation("credentials.programme.lead"))
                        .above(crumbs(new Crumb(
                                "/" + CredentialsNavigation.PROGRAMMES,
                                getTranslation("credentials.programmes.title")))));
        programme.ifPresent(found -> content().add(state(found)));
        content().add(form, actions(form, programme));
    }

    private Div state(Programme programme) {
        Div state = new Div(new Paragraph(getTranslation("credentials.programme.state." + programme.state())
                + (programme.published().isPresent() && programme.changed()
                        ? " " + getTranslation("credentials.programme.changed")
                        : "")));
        state.addClassNames("c-notice", "programme-state");
        if (programme.published().isPresent()) {
            Anchor page =
                    new Anchor("/programmes/" + programme.slug(), getTranslation("credentials.programme.public-page"));
            page.setRouterIgnore(true);
            state.add(
                    page,
                    new Paragraph(getTranslation(
                            "credentials.programme.endorsements",
                            endorsing.of(programme).size())));
        }
        return state;
    }

    private Div actions(ProgrammeForm form, Optional<Programme> programme) {
        Div actions = new Div();
        actions.addClassName("certificate-actions");
        Button save = new Button(getTranslation("credentials.rule.save"), click -> save(form, programme));
        actions.add(save);
        if (programme.isEmpty()) {
            save.addThemeVariants(ButtonVariant.PRIMARY);
        }
        programme.ifPresent(found -> {
            Button publish = new Button(getTranslation("credentials.programme.publish"), click -> publish(form, found));
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(publish);
            if (found.state() == Programme.State.PUBLISHED) {
                actions.add(
                        new Button(getTranslation("credentials.rule.look"), click -> look(found.id())),
                        new Button(getTranslation("credentials.programme.retire"), click -> {
                            act(() -> programmes.retire(found.id()), "credentials.programme.retire.done");
                            programmes.find(found.id()).map(Optional::of).ifPresent(this::show);
                        }));
            }
        });
        return actions;
    }

    private void save(ProgrammeForm form, Optional<Programme> programme) {
        form.data().ifPresent(data -> {
            try {
                ProgrammeId id;
                if (programme.isPresent()) {
                    id = programme.get().id();
                    programmes.keep(id, programme.get().version(), data);
                } else {
                    id = programmes.begin(form.slug(), form.issuer(), data);
                }
                form.forget();
                Toasts.show(getTranslation("credentials.programme.saved"));
                if (programme.isPresent()) {
                    programmes.find(id).map(Optional::of).ifPresent(this::show);
                } else {
                    UI.getCurrent().navigate(CredentialsNavigation.PROGRAMMES + "/" + id);
                }
            } catch (RuleViolation violation) {
                form.tell(violation);
            }
        });
    }

    /** What stands in the fields, kept before where it is another thing than the draft. */
    private void publish(ProgrammeForm form, Programme programme) {
        form.data().ifPresent(data -> {
            if (programme.state() == Programme.State.PUBLISHED
                    && programme.published().filter(data::equals).isPresent()) {
                Toasts.show(getTranslation("credentials.programme.nothing-new"));
                return;
            }
            try {
                int version = programme.version();
                if (!data.equals(programme.draft())) {
                    programmes.keep(programme.id(), version, data);
                    version++;
                }
                programmes.publish(programme.id(), version);
                form.forget();
                Toasts.show(getTranslation("credentials.programme.published"));
                programmes.find(programme.id()).map(Optional::of).ifPresent(this::show);
            } catch (RuleViolation violation) {
                form.tell(violation);
            }
        });
    }

    private void look(ProgrammeId programme) {
        try {
            UI.getCurrent().navigate(CredentialsNavigation.ISSUES + "/" + looking.look(programme));
        } catch (RuleViolation nobody) {
            Toasts.problem(getTranslation(nobody.code(), nobody.arguments().toArray()));
        }
    }

    private void act(Runnable work, String done) {
        try {
            work.run();
            Toasts.show(getTranslation(done));
        } catch (RuleViolation refused) {
            Toasts.problem(getTranslation(refused.code(), refused.arguments().toArray()));
        }
    }

    /** What a programme begins with. */
    static final ProgrammeData EMPTY =
            new ProgrammeData("", "", "", "en", List.of(), List.of(), IssueMode.APPROVAL, Validity.FOREVER);
}
