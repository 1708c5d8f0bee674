package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.assessment.exam.ui.Numbers;
import org.collegium.assessment.peer.PeerPhase;
import org.collegium.assessment.peer.PeerQuestion;
import org.collegium.assessment.peer.PeerTask;
import org.collegium.assessment.peer.PeerTaskData;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.collegium.shared.ui.Toasts;

/** Asks for the peer reviews of a question; a broken rule is told at its field. */
final class PeerTaskDialog extends Dialog {

    private static final int USUAL_REVIEWS = 3;

    private final Moments times = Moments.here();
    private final IntegerField reviews = new IntegerField();
    private final DateTimePicker submit = new DateTimePicker();
    private final DateTimePicker review = new DateTimePicker();
    private final DateTimePicker self = new DateTimePicker();
    private final IntegerField reward = new IntegerField();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "assessment.peer.reviews", reviews,
            "assessment.peer.submit", submit,
            "assessment.peer.review", review,
            "assessment.peer.self", self,
            "assessment.peer.reward", reward));
    private final transient Consumer<PeerTaskData> keep;
    private final transient KeptTyping typing;

    /** @param place where what is typed is kept */
    PeerTaskDialog(PeerQuestion question, String place, Consumer<PeerTaskData> keep, Runnable stop) {
        this.keep = keep;
        setHeaderTitle(getTranslation("assessment.peer.task.of", PeerQuestionsTable.name(question)));
        addClassName("c-dialog");
        PeerTask task = question.task();
        PeerTaskData now = task == null ? null : task.data();
        String zone = times.zoneName();
        Numbers.describe(
                reviews,
                getTranslation("assessment.peer.field.reviews"),
                getTranslation("assessment.peer.field.reviews.help"),
                now == null ? USUAL_REVIEWS : now.reviews());
        TimeFields.describe(
                times,
                submit,
                getTranslation("assessment.peer.field.submit"),
                getTranslation("assessment.peer.field.submit.help", zone),
                now == null ? null : now.submitBy());
        TimeFields.describe(
                times,
                review,
                getTranslation("assessment.peer.field.review"),
                getTranslation("assessment.peer.field.review.help", zone),
                now == null ? null : now.reviewBy());
        TimeFields.describe(
                times,
                self,
                getTranslation("assessment.peer.field.self"),
                getTranslation("assessment.peer.field.self.help", zone),
                now == null ? null : now.selfBy());
        Numbers.describe(
                reward,
                getTranslation("assessment.peer.field.reward"),
                getTranslation("assessment.peer.field.reward.help"),
                now == null ? 0 : now.rewardPercent());
        Div fields = new Div(reviews, submit, review, self, reward);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("reviews", reviews, Integer::valueOf)
                .with("submit", submit, LocalDateTime::parse)
                .with("review", review, LocalDateTime::parse)
                .with("self", self, LocalDateTime::parse)
                .with("reward", reward, Integer::valueOf);
        if (task != null && task.phase() == PeerPhase.SUBMIT) {
            Button end = new Button(getTranslation("assessment.peer.task.stop"), click -> ask(question, stop));
            end.addThemeNames("tertiary", "error");
            getFooter().add(end);
        }
        Button save = new Button(getTranslation("assessment.times.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            PeerTaskData given = new PeerTaskData(
                    number(reviews),
                    times.instant(submit.getValue()),
                    times.instant(review.getValue()),
                    times.instant(self.getValue()),
                    number(reward));
            if (readable) {
                keep.accept(given);
                typing.forget();
                close();
                Toasts.show(getTranslation("assessment.peer.task.saved"));
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private void ask(PeerQuestion question, Runnable stop) {
        new ConfirmWithConsequences(
                        getTranslation("assessment.peer.task.stop.title"),
                        List.of(
                                getTranslation("assessment.peer.task.stop.reviews"),
                                getTranslation("assessment.peer.task.stop.examples", question.examples())),
                        getTranslation("assessment.peer.task.stop"),
                        () -> {
                            try {
                                stop.run();
                                typing.forget();
                                close();
                            } catch (RuleViolation violation) {
                                faults.tell(violation);
                            }
                        })
                .open();
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }
}
