package org.collegium.credentials.programmes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.enrolment.Enrolment;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a learner is in the programmes in whose courses they are, or of which they hold certificates. */
@Service
public class MyProgrammes {

    private static final PageRequest LATEST = new PageRequest(0, 200);

    private final ProgrammeRows rows;
    private final Programmes programmes;
    private final HeldParts held;
    private final CertificateRows certificates;
    private final Enrolments enrolments;

    MyProgrammes(
            ProgrammeRows rows,
            Programmes programmes,
            HeldParts held,
            CertificateRows certificates,
            Enrolments enrolments) {
        this.rows = rows;
        this.programmes = programmes;
        this.held = held;
        this.certificates = certificates;
        this.enrolments = enrolments;
    }

    /** How a learner stands with a course of a programme. */
    public enum Standing {
        HELD,
        /** There was a certificate, and it does not count now: it is revoked, suspended or has expired. */
        WITHDRAWN,
        LEARNING,
        OPEN
    }

    /** A course of a programme, and how the learner stands with it. */
    public record Step(Programmes.Part part, Standing standing) {}

    /** Steps of which some are needed. */
    public record Choice(int least, List<Step> of) {}

    /**
     * How far a learner is.
     *
     * @param done certificates that count, at most {@code needed}
     */
    public record Progress(Programme programme, List<Step> required, List<Choice> choices, int done, int needed) {}

    /** A handful of queries, and three for each programme. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<Progress> of(AccountId learner) {
        Set<CourseId> had = new HashSet<>(
                certificates.of(learner).stream().map(Certificate::course).toList());
        Set<CourseId> learning = new HashSet<>(
                enrolments.of(learner, LATEST).stream().map(Enrolment::course).toList());
        Set<CourseId> touched = new HashSet<>(had);
        touched.addAll(learning);
        List<Progress> all = new ArrayList<>();
        for (Programme programme : rows.with(touched)) {
            programme.published().ifPresent(data -> all.add(progress(learner, programme, data, had, learning)));
        }
        return all;
    }

    private Progress progress(
            AccountId learner, Programme programme, ProgrammeData data, Set<CourseId> had, Set<CourseId> learning) {
        Set<CourseId> have = held.of(learner, data.courses()).keySet();
        Map<CourseId, Programmes.Part> parts = programmes.parts(data);
        int done = (int) data.required().stream().filter(have::contains).count();
        List<Choice> choices = new ArrayList<>();
        for (ProgrammeData.Choice choice : data.choices()) {
            done += Math.min(choice.least(), (int)
                    choice.of().stream().filter(have::contains).count());
            choices.add(new Choice(choice.least(), steps(choice.of(), parts, have, had, learning)));
        }
        return new Progress(
                programme, steps(data.required(), parts, have, had, learning), choices, done, data.needed());
    }

    private static List<Step> steps(
            List<CourseId> courses,
            Map<CourseId, Programmes.Part> parts,
            Set<CourseId> have,
            Set<CourseId> had,
            Set<CourseId> learning) {
        List<Step> steps = new ArrayList<>();
        for (CourseId course : courses) {
            Programmes.Part part = parts.get(course);
            if (part != null) {
                steps.add(new Step(
                        part,
                        have.contains(course)
                                ? Standing.HELD
                                : had.contains(course)
                                        ? Standing.WITHDRAWN
                                        : learning.contains(course) ? Standing.LEARNING : Standing.OPEN));
            }
        }
        return steps;
    }
}
