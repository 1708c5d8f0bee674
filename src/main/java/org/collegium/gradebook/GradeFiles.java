package org.collegium.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.gradebook.GivenRows.Decision;
import org.collegium.gradebook.RunPeople.Person;
import org.collegium.gradebook.files.ScoreSheet;
import org.collegium.gradebook.files.ScoreSheet.Score;
import org.collegium.gradebook.files.SheetFault;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.CsvText;
import org.collegium.shared.Percents;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades as CSV files, in UTF-8. */
@Service
public class GradeFiles {

    private static final String VIEW = "@runAccess.may('" + GradebookPermissions.VIEW + "', #run)";
    private static final String GRADE = "@runAccess.may('" + GradebookPermissions.GRADE + "', #run)";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int DECIMALS = 4;
    private static final int LARGEST = 5 * 1024 * 1024;

    private final ReadingBooks books;
    private final RunPeople people;
    private final Computing computing;
    private final GivenRows rows;
    private final OtherStaff others;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    GradeFiles(
            ReadingBooks books,
            RunPeople people,
            Computing computing,
            GivenRows rows,
            OtherStaff others,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.books = books;
        this.people = people;
        this.computing = computing;
        this.rows = rows;
        this.others = others;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What an import does, or would do.
     *
     * @param added learners and entries that had no score
     * @param changed that had another one
     * @param unchanged that have the same already
     * @param ignored names of columns that are not of entries by hand
     * @param faults with any of them nothing is done
     */
    public record Imported(int added, int changed, int unchanged, List<String> ignored, List<SheetFault> faults) {

        public Imported {
            ignored = List.copyOf(ignored);
            faults = List.copyOf(faults);
        }
    }

    /**
     * The grades of everybody in a run: name, address, the points of each entry, the total in percent and as the scale says it. Of work that is not graded
     * yet it is said so; the cell of a learner of whom nothing is there is empty.
     * What would be a formula in a spreadsheet stands behind an apostrophe.
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public byte[] export(CourseRunId run, SheetForm form) {
        RunBook book = books.of(run);
        List<List<String>> lines = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("name", "email"));
        book.book().entries().forEach(entry -> names.add(entry.title()));
        names.addAll(List.of("total percent", "grade"));
        lines.add(names);
        computing.totals(book, people.all(run, "")).forEach(learner -> lines.add(line(book, learner, form)));
        byte[] text = CsvText.write(lines, form.separator()).getBytes(StandardCharsets.UTF_8);
        if (!form.marked()) {
            return text;
        }
        return ByteBuffer.allocate(MARK.length + text.length)
                .put(MARK)
                .put(text)
                .array();
    }

    private static List<String> line(RunBook book, LearnerGrades learner, SheetForm form) {
        List<String> line = new ArrayList<>(List.of(learner.name(), learner.email()));
        learner.total().entries().forEach(grade -> line.add(form.number(points(grade))));
        Double share = learner.total().share();
        line.add(share == null ? "" : form.number(number(Percents.shown(share) * 100)));
        line.add(share == null ? "" : book.scale().said(share, Locale.ROOT));
        return line;
    }

    private static String points(EntryGrade grade) {
        Double score = grade.score();
        if (grade.state() == State.EXCUSED) {
            return ScoreSheet.EXCUSED;
        }
        if (grade.state() == State.WAITING) {
            return "not marked yet";
        }
        return score == null ? "" : number(score * GivingGrades.most(grade.entry()));
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Says what an import would do, without doing it.
     *
     * @throws RuleViolation where the file cannot be read at all
     */
    @PreAuthorize(GRADE)
    @Transactional(readOnly = true)
    public Imported look(CourseRunId run, byte[] file) {
        return plan(run, file).said();
    }

    /**
     * Gives all scores of a file to entries that are graded by hand, or none of them if anything in it is wrong. A score for oneself is
     * wrong where somebody else may give it, unless one has it already.
     *
     * @throws RuleViolation where the file cannot be read at all
     */
    @PreAuthorize(GRADE)
    public Imported take(CourseRunId run, byte[] file) {
        return transactions.run(() -> {
            Plan plan = plan(run, file);
            if (plan.said().faults().isEmpty()) {
                rows.write(run, plan.decisions());
            }
            return plan.said();
        });
    }

    private record Plan(Imported said, List<Decision> decisions) {}

    private Plan plan(CourseRunId run, byte[] file) {
        ScoreSheet sheet = ScoreSheet.read(text(file), books.of(run).book().entries());
        Map<String, AccountId> known = new HashMap<>();
        for (Person person : people.all(run, "")) {
            known.put(person.email().toLowerCase(Locale.ROOT), person.id());
        }
        List<SheetFault> faults = new ArrayList<>(sheet.faults());
        sheet.scores().stream()
                .filter(score -> !known.containsKey(score.email()))
                .map(score -> new SheetFault(score.line(), "", "gradebook.file.person.unknown", List.of(score.email())))
                .distinct()
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            return new Plan(new Imported(0, 0, 0, sheet.ignored(), faults), List.of());
        }
        return plan(run, sheet, known);
    }

    private Plan plan(CourseRunId run, ScoreSheet sheet, Map<String, AccountId> known) {
        Map<AccountId, Map<String, Given>> before = rows.of(run, known.values());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID by = access.actorId();
        List<SheetFault> faults = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        int added = 0;
        int unchanged = 0;
        for (Score score : sheet.scores()) {
            AccountId learner = known.getOrDefault(score.email(), new AccountId(new UUID(0, 0)));
            Given had = before.getOrDefault(learner, Map.of()).get(score.entry().key());
            double share = score.points() / GivingGrades.most(score.entry());
            if (had != null && had.score() != null && same(had.score(), score)) {
                unchanged++;
                continue;
            }
            added += had == null || had.score() == null ? 1 : 0;
            if (others.decideFor(run, learner)) {
                faults.add(new SheetFault(score.line(), score.entry().title(), "gradebook.file.person.own", List.of()));
            }
            decisions.add(new Decision(
                    learner,
                    score.entry().key(),
                    GradeChange.Kind.IMPORTED,
                    new Given(
                            share, false, "", had == null ? null : had.due(), had == null ? "" : had.dueReason(), now),
                    by));
        }
        Imported said = faults.isEmpty()
                ? new Imported(added, decisions.size() - added, unchanged, sheet.ignored(), List.of())
                : new Imported(0, 0, 0, sheet.ignored(), faults);
        return new Plan(said, decisions);
    }

    /** A file has points with a few places; read again they are what was written. */
    private static boolean same(double share, Score score) {
        double most = GivingGrades.most(score.entry());
        return number(share * most).equals(number(score.points()));
    }

    private static String text(byte[] file) {
        if (file.length > LARGEST) {
            throw new RuleViolation("gradebook.file.large", LARGEST / 1024 / 1024);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new RuleViolation("gradebook.file.encoding");
        }
    }
}
