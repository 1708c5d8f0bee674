package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.courses.git.GitJob;
import org.collegium.courses.git.GitOutcome;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.Toasts;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** A course and the repository that it lives in: connected, fetched, sent, and listened to. */
@Route(value = CoursesNavigation.LIST + "/:course/git", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseGitView extends CourseView {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient CourseRepositories repositories;
    private final transient CourseVersions versions;
    private final transient Drafts drafts;
    private final transient FaultTexts texts;
    private final transient Access access;
    private final String platform;
    private final Div state = new Div();
    private final Polling polling = new Polling(this, this::follow);
    private transient @Nullable CourseReference shown;

    CourseGitView(
            Courses courses,
            CourseRepositories repositories,
            CourseVersions versions,
            Drafts drafts,
            FaultTexts texts,
            Access access,
            @Value("${collegium.address}") String platform) {
        super(courses, access);
        this.repositories = repositories;
        this.versions = versions;
        this.drafts = drafts;
        this.texts = texts;
        this.access = access;
        this.platform = platform;
        state.addClassName("c-studio");
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        shown = course;
        name(getTranslation("courses.git.page", course.title()));
        fill(course);
        return true;
    }

    private void fill(CourseReference course) {
        Optional<GitConnection> connection = repositories.find(course.id());
        content().removeAll();
        content()
                .add(new PageHeader(getTranslation("courses.git.heading"), getTranslation("courses.git.lead"))
                        .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), course.title()))));
        if (connection.isPresent()) {
            content().add(state);
            tell(course, connection.get());
        }
        if (mayEdit(course)) {
            connection
                    .filter(found -> found.key() != null)
                    .ifPresent(found -> content().add(new GitKeyPanel(found, repositories, () -> fill(course))));
            content().add(connecting(course, connection));
            connection.ifPresent(found -> content().add(listening(found)));
        } else if (connection.isEmpty()) {
            content().add(new Paragraph(getTranslation("courses.git.none")));
        }
    }

    private void follow() {
        CourseReference course = shown;
        if (course != null) {
            repositories.find(course.id()).filter(now -> !now.busy()).ifPresent(now -> tell(course, now));
        }
    }

    private void tell(CourseReference course, GitConnection connection) {
        state.removeAll();
        String place = connection.place().address() + " · " + connection.place().branch();
        Section section = new Section(
                new H2(getTranslation("courses.git.state.heading")),
                new Paragraph(
                        connection.commit() == null
                                ? getTranslation("courses.git.state.never", place)
                                : getTranslation(
                                        "courses.git.state.commit",
                                        GitOutcomePanel.brief(connection.commit()),
                                        place)));
        section.addClassNames("c-surface", "c-studio-stack");
        state.add(section);
        if (connection.busy()) {
            section.add(going(connection));
        } else {
            if (mayEdit(course)) {
                section.add(actions(course, connection));
            }
            connection.outcome().ifPresent(outcome -> state.add(outcome(course, outcome)));
        }
        polling.whilst(connection.busy(), OFTEN);
    }

    private Component going(GitConnection connection) {
        String doing = getTranslation(
                connection.begunAt() == null
                        ? "courses.git.waiting"
                        : connection.job() instanceof GitJob.Push ? "courses.git.sending" : "courses.git.working");
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", doing);
        Paragraph told = new Paragraph(doing);
        told.getElement().setAttribute("role", "status");
        return new Div(told, bar);
    }

    private Component actions(CourseReference course, GitConnection connection) {
        Button look = new Button(
                getTranslation("courses.git.look"), Glyph.EYE.create(), click -> begin(course, new GitJob.Look()));
        Button update = new Button(
                getTranslation("courses.git.update"),
                Glyph.DOWNLOAD.create(),
                click -> begin(course, new GitJob.Update(false)));
        update.addThemeNames("primary");
        Div actions = new Div(look, update);
        List<PublishedVersion> history = versions.history(course.id());
        boolean draft = drafts.find(course.id()).isPresent();
        if (connection.commit() != null && (draft || !history.isEmpty())) {
            actions.add(new Button(
                    getTranslation("courses.git.push.open"),
                    Glyph.SEND.create(),
                    click -> new GitPushDialog(
                                    connection,
                                    draft,
                                    history,
                                    access.current().map(SignedIn::getUsername).orElse(""),
                                    repositories,
                                    () -> fill(course))
                            .open()));
        }
        actions.addClassName("c-studio-actions");
        return actions;
    }

    private Component outcome(CourseReference course, GitOutcome outcome) {
        Function<ImportFault, Optional<ReportWay>> ways = Optional.ofNullable(outcome.report())
                .flatMap(report -> drafts.find(course.id()))
                .map(draft -> ReportWay.in(course.id(), draft.manifest(), mayEdit(course)))
                .orElse(fault -> Optional.empty());
        GitOutcomePanel panel = new GitOutcomePanel(outcome, texts, ways);
        panel.addClassName("c-surface");
        if (mayEdit(course) && outcome.result() == GitOutcome.Result.CONFLICTING) {
            panel.add(
                    new Button(getTranslation("courses.git.replace"), click -> begin(course, new GitJob.Update(true))));
        }
        return panel;
    }

    private void begin(CourseReference course, GitJob job) {
        try {
            repositories.begin(course.id(), job);
        } catch (RuleViolation busy) {
            Toasts.show(getTranslation(busy.code(), busy.arguments().toArray()));
        }
        fill(course);
    }

    private Component connecting(CourseReference course, Optional<GitConnection> connection) {
        Section section = new Section(
                new H2(getTranslation(connection.isEmpty() ? "courses.git.connect.heading" : "courses.git.change")),
                new GitConnectForm(course.id(), connection, repositories, () -> {
                    Toasts.show(getTranslation("courses.git.saved"));
                    fill(course);
                }));
        section.addClassNames("c-surface", "c-studio-stack");
        if (connection.isPresent()) {
            Button disconnect = new Button(getTranslation("courses.git.disconnect"), click -> disconnect(course));
            disconnect.addThemeNames("tertiary", "error");
            section.add(new Div(disconnect));
        }
        return section;
    }

    private void disconnect(CourseReference course) {
        new ConfirmWithConsequences(
                        getTranslation("courses.git.disconnect.title", course.title()),
                        List.of(
                                getTranslation("courses.git.disconnect.token"),
                                getTranslation("courses.git.disconnect.draft")),
                        getTranslation("courses.git.disconnect"),
                        () -> {
                            try {
                                repositories.disconnect(course.id());
                                Toasts.show(getTranslation("courses.git.disconnected"));
                            } catch (RuleViolation busy) {
                                Toasts.show(getTranslation(
                                        busy.code(), busy.arguments().toArray()));
                            }
                            fill(course);
                        })
                .open();
    }

    private Component listening(GitConnection connection) {
        TextField address = new TextField(getTranslation("courses.git.webhook.address"));
        address.setValue(platform + connection.webhookAddress());
        address.setReadOnly(true);
        address.setWidthFull();
        Div secret = new Div();
        secret.addClassName("c-studio-stack");
        secret.setWidthFull();
        Button make = new Button(
                getTranslation(connection.webhook() ? "courses.git.webhook.renew" : "courses.git.webhook.make"),
                Glyph.KEY_ROUND.create(),
                click -> reveal(connection, secret));
        make.setDisableOnClick(true);
        Div actions = new Div(make);
        actions.addClassName("c-studio-actions");
        if (connection.webhook()) {
            secret.add(new Paragraph(getTranslation("courses.git.webhook.on")));
            Button forget = new Button(getTranslation("courses.git.webhook.forget"), click -> {
                repositories.forgetSecret(connection.course());
                Toasts.show(getTranslation("courses.git.webhook.forgotten"));
                if (shown != null) {
                    fill(shown);
                }
            });
            forget.addThemeNames("tertiary");
            actions.add(forget);
        }
        Section section = new Section(
                new H2(getTranslation("courses.git.webhook.heading")),
                new Paragraph(getTranslation("courses.git.webhook.text")),
                address,
                secret,
                actions);
        section.addClassNames("c-surface", "c-studio-stack");
        return section;
    }

    private void reveal(GitConnection connection, Div place) {
        TextField secret = new TextField(getTranslation("courses.git.webhook.secret"));
        secret.setValue(repositories.newSecret(connection.course()));
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.setHelperText(getTranslation("courses.git.webhook.once"));
        place.removeAll();
        place.add(secret);
    }
}
