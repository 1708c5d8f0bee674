package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.assessment.bank.BankItem;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.ItemUse;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.QuestionStatistics;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Where a question is used, and how it is answered there. */
@Route(value = BankNavigation.USE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class ItemUseView extends ItemPage {

    private static final int ROWS = 50;

    private final transient BankedQuizzes quizzes;
    private final transient QuestionStatistics statistics;
    private final transient LessonRenderer renderer;

    ItemUseView(
            QuestionBank bank,
            BankedQuizzes quizzes,
            QuestionStatistics statistics,
            LessonRenderer renderer,
            Partners partners,
            Access access) {
        super(bank, partners, access);
        this.quizzes = quizzes;
        this.statistics = statistics;
        this.renderer = renderer;
    }

    @Override
    void show(Partner partner, BankItem item, BeforeEnterEvent event) {
        name(getTranslation("assessment.bank.use.of", item.title()));
        List<ItemUse> uses = quizzes.uses(partner.id(), item.key());
        Section where = new Section(new H2(getTranslation("assessment.bank.where")));
        where.addClassName("c-studio-stack");
        int page = PageLinks.shown(PageLinks.asked(event.getLocation().getQueryParameters()), ROWS, uses.size());
        where.add(
                uses.isEmpty()
                        ? new Paragraph(getTranslation("assessment.bank.where.nowhere"))
                        : table(item, uses.subList(page * ROWS, Math.min(uses.size(), (page + 1) * ROWS))));
        where.add(new PageLinks(
                page,
                ROWS,
                uses.size(),
                number -> BankNavigation.use(partner.data().slug(), item.key()) + "?page=" + (number + 1)));
        content()
                .add(
                        new PageHeader(
                                        getTranslation("assessment.bank.use"),
                                        getTranslation("assessment.bank.use.lead", item.title()))
                                .above(way(partner, item)),
                        where,
                        statistics
                                .ofItem(partner.id(), item.key(), 0)
                                .<Component>map(analysis -> new AnalysisPanel(
                                        renderer, analysis, new H2(getTranslation("assessment.stats.title"))))
                                .orElseGet(() -> new Paragraph(getTranslation("assessment.stats.unused"))),
                        new Paragraph(muted(getTranslation("assessment.stats.basis"))));
    }

    private Component table(BankItem item, List<ItemUse> uses) {
        BankTable table = new BankTable("assessment.bank.where.", List.of("quiz", "state", "version", "key"));
        uses.forEach(use -> table.row(
                new Anchor(
                        use.quiz().draft()
                                ? BankNavigation.preview(
                                        use.quiz().course().value(), use.quiz().unitKey())
                                : BankNavigation.quiz(
                                        use.quiz().course().value(), use.quiz().unitKey()),
                        new Span(getTranslation(
                                "assessment.bank.put.quiz.of",
                                use.quiz().unitTitle(),
                                use.quiz().courseTitle()))),
                state(use),
                new Span(getTranslation(
                        use.version() == item.current().number()
                                ? "assessment.bank.where.newest"
                                : "assessment.bank.where.older",
                        use.version(),
                        item.current().number())),
                new Span(use.question())));
        return table;
    }

    private StatusBadge state(ItemUse use) {
        if (use.quiz().draft()) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("assessment.bank.where.draft"));
        }
        return new StatusBadge(
                use.quiz().newest() ? Status.GOOD : Status.LOCKED,
                getTranslation("assessment.bank.where.published", use.quiz().version()));
    }
}
