package org.collegium.gradebook.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.gradebook.rules.EntryGrade.Part;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.gradebook.rules.Facts;
import org.collegium.gradebook.rules.Facts.Extension;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.LateRule.Lateness;
import org.collegium.gradebook.rules.Scale;
import org.collegium.shared.Percents;
import org.collegium.shared.ui.Moments;
import org.jspecify.annotations.Nullable;

/** Says grades and where they come from, in the language of the person at this tab. */
final class GradeWords implements Serializable {

    private static final double TINY = 1e-9;

    private final Moments moments = Moments.here();

    String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    String said(Instant time) {
        return moments.minute(time);
    }

    /** A score, or a mean of scores. */
    String percent(double score) {
        return Percents.of(score, moments.locale());
    }

    /** Another part of 1 than a score, such as a weight, with at most two places. */
    String part(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(moments.locale());
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }

    String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(moments.locale());
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    String total(@Nullable Double share, Scale scale) {
        return share == null ? text("gradebook.total.none") : scale.said(share, moments.locale());
    }

    /** The score of an entry as short as a table needs it. */
    String brief(EntryGrade grade) {
        Double score = grade.score();
        if (score == null) {
            return text(
                    switch (grade.state()) {
                        case EXCUSED -> "gradebook.brief.excused";
                        case HIDDEN -> "gradebook.brief.hidden";
                        case WAITING -> "gradebook.brief.waiting";
                        case EARNED, GIVEN, MISSING, AWAITED -> "gradebook.brief.none";
                    });
        }
        List<String> parts = new ArrayList<>(List.of(percent(score)));
        if (grade.state() == State.GIVEN && !grade.entry().byHand()) {
            parts.add(text("gradebook.brief.given"));
        }
        if (grade.state() == State.MISSING) {
            parts.add(text("gradebook.brief.missing"));
        }
        if (grade.lateness().late()) {
            parts.add(text("gradebook.brief.late"));
        }
        if (grade.part() == Part.DROPPED) {
            parts.add(text("gradebook.brief.dropped"));
        }
        if (grade.state() == State.EARNED && grade.facts().waiting()) {
            parts.add(text("gradebook.brief.more"));
        }
        return String.join(", ", parts);
    }

    /** The score of an entry with its points. */
    String score(EntryGrade grade) {
        Double score = grade.score();
        if (score == null || grade.entry().points() == 0) {
            return brief(grade);
        }
        return text(
                "gradebook.score",
                percent(score),
                number(grade.earned()),
                number(grade.entry().points()),
                grade.entry().points());
    }

    /** What an entry adds to the total. */
    String adds(EntryGrade grade) {
        return switch (grade.part()) {
            case COUNTS -> text("gradebook.adds", part(grade.adds()));
            case EXTRA -> text("gradebook.adds.extra", part(grade.adds()));
            case DROPPED -> text("gradebook.adds.dropped");
            case OUT -> text("gradebook.adds.nothing");
        };
    }

    /** Why an entry is worth what it is, in sentences. */
    List<String> why(EntryGrade grade) {
        List<String> why = new ArrayList<>();
        Facts facts = grade.facts();
        if (grade.state() == State.HIDDEN) {
            return List.of(text("gradebook.why.hidden"));
        }
        due(facts).ifPresent(why::add);
        switch (grade.state()) {
            case EARNED -> earned(grade, why);
            case GIVEN -> why.add(given(facts));
            case EXCUSED -> why.add(text("gradebook.why.excused", facts.reason()));
            case MISSING -> why.add(text("gradebook.why.missing"));
            case WAITING -> why.add(text("gradebook.why.waiting"));
            case AWAITED -> why.add(text("gradebook.why.awaited"));
            case HIDDEN -> why.clear();
        }
        if (grade.state() == State.EARNED && facts.waiting()) {
            why.add(text("gradebook.why.more"));
        }
        if (grade.score() != null && grade.part() == Part.OUT) {
            why.add(text(
                    grade.entry().points() == 0
                            ? "gradebook.why.no-points"
                            : grade.entry().extra() ? "gradebook.why.extra-alone" : "gradebook.why.no-category"));
        }
        if (grade.part() == Part.DROPPED) {
            why.add(text("gradebook.why.dropped"));
        }
        if (grade.part() == Part.EXTRA) {
            why.add(text("gradebook.why.extra"));
        }
        return why;
    }

    private Optional<String> due(Facts facts) {
        Instant due = facts.due();
        if (due == null) {
            return Optional.empty();
        }
        Extension more = facts.extension();
        if (more == null) {
            return Optional.of(text("gradebook.why.due", said(due)));
        }
        return Optional.of(
                more.byAccommodation()
                        ? text("gradebook.why.due.accommodation", said(due))
                        : text("gradebook.why.due.extended", said(due), more.reason()));
    }

    private void earned(EntryGrade grade, List<String> why) {
        Work work = grade.work();
        Double raw = grade.facts().raw();
        if (work == null || raw == null) {
            why.add(text("gradebook.why.earned"));
            return;
        }
        Lateness late = grade.lateness();
        if (!late.late()) {
            why.add(text("gradebook.why.in-time", said(work.at())));
        } else if (late.closed()) {
            why.add(text("gradebook.why.closed", said(work.at()), late.days(), percent(work.score())));
        } else {
            why.add(text(
                    "gradebook.why.late", said(work.at()), late.days(), part(late.reduction()), percent(work.score())));
        }
        if (raw > work.score() + TINY) {
            why.add(text("gradebook.why.later-work", percent(raw)));
        }
    }

    private String given(Facts facts) {
        Double raw = facts.raw();
        if (facts.reason().isEmpty()) {
            return text("gradebook.why.by-hand");
        }
        return raw == null
                ? text("gradebook.why.given", facts.reason())
                : text("gradebook.why.given.instead", facts.reason(), percent(raw));
    }

    /** What late work loses, in one sentence. */
    String late(LateRule rule) {
        if (rule.harmless()) {
            return text("gradebook.late.none");
        }
        List<String> parts = new ArrayList<>();
        if (rule.percentPerDay() > 0 && rule.most() > 0) {
            parts.add(text("gradebook.late.days", number(rule.percentPerDay()), number(rule.most())));
        }
        if (rule.graceMinutes() > 0) {
            parts.add(text("gradebook.late.grace.said", rule.graceMinutes()));
        }
        Integer closes = rule.closesAfterDays();
        if (closes != null) {
            parts.add(text("gradebook.late.closes.said", closes));
        }
        return String.join(" ", parts);
    }

    String scale(Scale scale) {
        return scale.usual() ? text("gradebook.scale.usual." + scale.key()) : scale.name();
    }
}
