package org.collegium.assessment.exam.ui;

import java.util.List;
import java.util.function.Consumer;
import org.collegium.assessment.exam.Accommodation;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.enrolment.RunPerson;
import org.collegium.enrolment.ui.LearnerChoice;
import org.jspecify.annotations.Nullable;

/** Asks what a learner is given in quizzes beside what holds for everybody. */
final class AccommodationDialog extends TermsDialog<RunPerson> {

    private final transient Consumer<AccommodationData> keep;

    /**
     * @param before what is changed; null to give something new
     * @param place where what is typed is kept
     */
    AccommodationDialog(
            @Nullable Accommodation before,
            List<TimedQuiz> quizzes,
            LearnerChoice.Searching learners,
            String place,
            Consumer<AccommodationData> keep) {
        super(
                "assessment.given.learner",
                new LearnerChoice("", learners),
                new AccommodationFields(before == null ? null : before.data(), quizzes),
                place,
                RunPerson::id);
        this.keep = keep;
        whom().setLabel(getTranslation("assessment.given.learner"));
        setHeaderTitle(
                before == null
                        ? getTranslation("assessment.given.give")
                        : getTranslation("assessment.given.change.of", before.name()));
        if (before != null) {
            whom().setValue(new RunPerson(before.data().learner(), before.name(), before.email()));
            whom().setReadOnly(true);
        }
    }

    @Override
    void keep(RunPerson to, AccommodationData terms) {
        keep.accept(terms);
    }
}
