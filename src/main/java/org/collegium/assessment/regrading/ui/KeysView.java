package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.regrading.AskedFile;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.assessment.regrading.RegradingPermissions;
import org.collegium.assessment.studio.QuestionKeyForm;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.RunField;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;

/** The keys of a quiz of a run, where they are corrected after learners have answered, and what was corrected before. */
@Route(value = RegradingNavigation.KEYS, layout = MainLayout.class)
@PermitAll
@ViewPermission(RegradingPermissions.REGRADE)
class KeysView extends RegradingPage implements BeforeEnterObserver {

    private final transient AnsweredQuizzes quizzes;
    private final transient QuizRegrades regrades;
    private final transient LessonRenderer renderer;
    private final Div below = new Div();
    private final RunField run = new RunField(getTranslation("assessment.regrade.run"));
    private final Select<AskedFile> file = new Select<>();
    private final TextField reason = new TextField();
    private final Paragraph refused = new Paragraph();
    private final transient FieldFaults faults = new FieldFaults(Map.of("assessment.regrade.reason", reason));
    private String path = "";

    KeysView(AnsweredQuizzes quizzes, QuizRegrades regrades, LessonRenderer renderer) {
        this.quizzes = quizzes;
        this.regrades = regrades;
        this.renderer = renderer;
        below.addClassName("c-studio");
        file.setLabel(getTranslation("assessment.regrade.file"));
        file.setHelperText(getTranslation("assessment.regrade.file.help"));
        file.setItemLabelGenerator(one -> getTranslation(
                one.current() ? "assessment.regrade.file.current" : "assessment.regrade.file.earlier", one.attempts()));
        reason.setLabel(getTranslation("assessment.regrade.why"));
        reason.setHelperText(getTranslation("assessment.regrade.why.help"));
        reason.setWidthFull();
        refused.getElement().setAttribute("role", "alert").setAttribute("tabindex", "-1");
        refused.addClassName("grade-refused");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = sure(quizzes.course(event.getRouteParameters()));
        CourseUnit quiz = sure(quizzes.quiz(course.id(), event.getRouteParameters()));
        List<CourseRun> all = quizzes.runs(course.id());
        path = event.getLocation().getPath();
        name(getTranslation("assessment.regrade.title.of", quiz.title()));
        content().removeAll();
        content()
                .add(new PageHeader(
                                getTranslation("assessment.regrade.title"), getTranslation("assessment.regrade.lead"))
                        .above(crumbs(course, quiz)));
        if (all.isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.SIGNPOST,
                            getTranslation("assessment.regrade.no-runs.title"),
                            getTranslation("assessment.regrade.no-runs.text")));
            return;
        }
        run.offer(all, event.getLocation().getQueryParameters());
        run.addValueChangeListener(change -> changed(change.isFromClient(), course, quiz));
        file.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(course, quiz, change.getValue());
            }
        });
        Div filters = new Div(run, file);
        filters.addClassName("c-filters");
        content().add(filters, below);
        show(course, quiz);
    }

    private void changed(boolean byPerson, CourseReference course, CourseUnit quiz) {
        if (byPerson) {
            PageAddress.follow(path, Map.of("run", run.getValue().id().toString()));
            show(course, quiz);
        }
    }

    private void show(CourseReference course, CourseUnit quiz) {
        List<AskedFile> files = regrades.asked(run.getValue().id(), quiz.key());
        file.setItems(files);
        file.setVisible(files.size() > 1);
        if (files.isEmpty()) {
            below.removeAll();
            below.add(new Paragraph(getTranslation("assessment.regrade.no-quiz")));
        } else {
            file.setValue(files.getFirst());
            show(course, quiz, files.getFirst());
        }
    }

    private void show(CourseReference course, CourseUnit quiz, AskedFile asked) {
        CourseRun chosen = run.getValue();
        Quiz keyed = regrades.keyed(chosen.id(), quiz.key(), asked.file());
        Locale language = quizzes.language(course.id());
        List<QuestionKeyForm> forms = IntStream.range(0, keyed.questions().size())
                .mapToObj(i -> new QuestionKeyForm(i + 1, keyed.questions().get(i), language, renderer))
                .toList();
        Div questions = new Div();
        questions.addClassNames("c-studio", "c-column-narrow");
        questions.add(
                new H2(getTranslation("assessment.regrade.new")), muted(getTranslation("assessment.regrade.help")));
        if (asked.corrected()) {
            Paragraph corrected = new Paragraph(getTranslation("assessment.regrade.corrected"));
            corrected.addClassName("c-notice");
            questions.add(corrected);
        }
        forms.forEach(questions::add);
        reason.clear();
        Section decision = new Section();
        KeptTyping typing = new KeptTyping(decision, "keys/" + chosen.id() + "/" + quiz.key()).with("reason", reason);
        Button begin = new Button(
                getTranslation("assessment.regrade.begin"),
                Glyph.REFRESH_CW.create(),
                click -> begin(course, quiz, asked, forms, typing));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        decision.add(reason, refused, new Div(begin), draft(course, quiz));
        decision.addClassNames("c-surface", "grade-decision");
        questions.add(decision);
        below.removeAll();
        below.add(questions, new RegradeHistory(regrades, course, quiz, chosen, this::moment));
    }

    private Component draft(CourseReference course, CourseUnit quiz) {
        Paragraph draft = new Paragraph(new Span(getTranslation("assessment.regrade.draft") + " "));
        draft.add(new Anchor(
                RegradingNavigation.course(course.id().value()) + "/units/" + quiz.key(),
                getTranslation("assessment.regrade.draft.link")));
        draft.addClassNames("c-muted", "c-small");
        return draft;
    }

    private void begin(
            CourseReference course, CourseUnit quiz, AskedFile asked, List<QuestionKeyForm> forms, KeptTyping typing) {
        refused.setText("");
        faults.readable();
        Optional<QuestionKeyForm> unreadable =
                forms.stream().filter(form -> !form.check()).findFirst();
        if (unreadable.isPresent()) {
            refuse(getTranslation("assessment.regrade.unreadable"));
            return;
        }
        List<Question> corrected =
                forms.stream().map(QuestionKeyForm::corrected).toList();
        try {
            UUID id = regrades.begin(run.getValue().id(), quiz.key(), asked.file(), corrected, reason.getValue());
            typing.forget();
            UI.getCurrent()
                    .navigate(RegradingNavigation.regrade(
                                    course.id().value(),
                                    quiz.key(),
                                    run.getValue().id().value(),
                                    id)
                            .substring(1));
        } catch (RuleViolation violation) {
            if (violation.code().equals("assessment.regrade.reason")) {
                faults.tell(violation);
            } else {
                refuse(getTranslation(violation.code(), violation.arguments().toArray()));
            }
        }
    }

    private void refuse(String sentence) {
        refused.setText(sentence);
        refused.getElement().executeJs("this.focus()");
    }
}
