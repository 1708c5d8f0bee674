package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.collegium.identity.Accounts;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.operating.GradingNode;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.labs.operating.QueueKind;
import org.collegium.labs.work.GradingHalts.Halt;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Polling;
import org.jspecify.annotations.Nullable;

/** Looks after the grading of labs; what it shows follows what happens. The URL holds which part of the queue is looked at. */
@Route(value = OperatingNavigation.GRADING, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.OPERATE)
class GradingView extends OperatingView implements BeforeEnterObserver {

    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final transient OperatingLabs labs;
    private final transient Clock clock;
    private final Button pause = new Button();
    private final Button resume = new Button();
    private final Div notice = new Div();
    private final FiguresPanel figures = new FiguresPanel();
    private final Div nodes = new Div();
    private final QueuePanel queue;
    private final ActsPanel acts;
    private transient @Nullable List<GradingNode> shownNodes;
    private transient Optional<Halt> shownPause = Optional.empty();

    GradingView(OperatingLabs labs, Accounts accounts, Clock clock) {
        this.labs = labs;
        this.clock = clock;
        queue = new QueuePanel(labs, this::show);
        acts = new ActsPanel(labs, accounts);
        pause.setText(getTranslation("labs.operating.pause"));
        pause.setIcon(Glyph.PAUSE.create());
        pause.addClickListener(click -> new PauseDialog(labs, this::show).open());
        resume.setText(getTranslation("labs.operating.resume"));
        resume.setIcon(Glyph.PLAY.create());
        resume.addThemeVariants(ButtonVariant.PRIMARY);
        resume.setVisible(false);
        resume.addClickListener(click -> {
            labs.resume();
            show();
        });
        nodes.addClassName("c-operations-nodes");
        notice.getElement().setAttribute("role", "status");
        Section machines = new Section(new H2(getTranslation("labs.operating.nodes")), nodes);
        add(
                new PageHeader(getPageTitle(), getTranslation("labs.operating.lead")).withActions(pause, resume),
                parts(OperatingNavigation.GRADING),
                notice,
                figures,
                machines,
                queue,
                acts);
        new Polling(this, this::show).every(OFTEN);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("labs.operating.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        QueueKind kind = Arrays.stream(QueueKind.values())
                .filter(each -> query.getSingleParameter("list")
                        .filter(each.name()::equals)
                        .isPresent())
                .findFirst()
                .orElse(QueueKind.OPEN);
        queue.look(kind, PageLinks.asked(query));
        acts.look(PageLinks.asked(query, "done"));
        show();
    }

    private void show() {
        figures.show(labs.figures(), clock.instant());
        showPause(labs.pause());
        showNodes(labs.nodes());
        queue.show(clock.instant());
        acts.show();
    }

    private void showPause(Optional<Halt> halt) {
        if (halt.equals(shownPause)) {
            return;
        }
        shownPause = halt;
        pause.setVisible(halt.isEmpty());
        resume.setVisible(halt.isPresent());
        notice.removeAll();
        notice.setClassName("c-notice", halt.isPresent());
        notice.setClassName("c-notice-waiting", halt.isPresent());
        halt.ifPresent(now -> {
            Div words = new Div(new Paragraph(getTranslation("labs.operating.paused", Words.said(now.since()))));
            if (!now.told().isEmpty()) {
                words.add(new Paragraph(getTranslation("labs.operating.told", now.told())));
            }
            notice.add(Glyph.PAUSE.create(), words);
        });
    }

    private void showNodes(List<GradingNode> all) {
        List<GradingNode> same = all.stream().map(GradingView::still).toList();
        if (same.equals(shownNodes)) {
            return;
        }
        shownNodes = same;
        nodes.removeAll();
        all.forEach(node -> nodes.add(new NodeCard(node, labs, this::show)));
        if (all.isEmpty()) {
            nodes.add(new EmptyState(
                    Illustration.WORKSHOP,
                    getTranslation("labs.operating.nodes.none.title"),
                    getTranslation("labs.operating.nodes.none.text")));
        }
    }

    /** A sign of life alone is no reason to draw a node anew. */
    private static GradingNode still(GradingNode node) {
        return node.heard()
                ? new GradingNode(
                        node.name(),
                        node.here(),
                        true,
                        node.startedAt(),
                        node.startedAt(),
                        node.workers(),
                        node.grading(),
                        node.report(),
                        node.trying(),
                        node.drained())
                : node;
    }
}
