package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.SectionPlace;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitOfPartner;
import org.collegium.courses.UnitSource;
import org.collegium.courses.UnitsOfPartner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions on their way between the bank of a partner and the quizzes of its courses. */
@Service
public class BankedQuizzes {

    private static final String QUIZ = "quiz";
    private static final String VIEW = "@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())";
    private static final String EDIT = "@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())";

    private final QuestionBank bank;
    private final ItemRows rows;
    private final CarriedFiles files;
    private final Courses courses;
    private final Drafts drafts;
    private final UnitsOfPartner units;
    private final Quizzes quizzes;

    BankedQuizzes(
            QuestionBank bank,
            ItemRows rows,
            CarriedFiles files,
            Courses courses,
            Drafts drafts,
            UnitsOfPartner units,
            Quizzes quizzes) {
        this.bank = bank;
        this.rows = rows;
        this.files = files;
        this.courses = courses;
        this.drafts = drafts;
        this.units = units;
        this.quizzes = quizzes;
    }

    /** The quizzes in the drafts of a partner, by course; the queries of {@link UnitsOfPartner#ofKind}. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<UnitOfPartner> drafts(PartnerId partner) {
        return units.ofKind(partner, QUIZ).stream().filter(UnitOfPartner::draft).toList();
    }

    /**
     * The quizzes of drafts and versions that have a question from an item, by course and version. The queries of
     * {@link UnitsOfPartner#ofKind}; each quiz that was not looked at lately is read from the blob store once.
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public List<ItemUse> uses(PartnerId partner, String key) {
        List<ItemUse> uses = new ArrayList<>();
        for (UnitOfPartner unit : units.ofKind(partner, QUIZ)) {
            quizzes.open(new BlobId(unit.sha256()))
                    .questions()
                    .forEach(question -> BankReference.of(question.traits().bank())
                            .filter(reference -> reference.key().equals(key))
                            .ifPresent(reference -> uses.add(new ItemUse(unit, question.key(), reference.version()))));
        }
        return uses;
    }

    /**
     * Makes an item of each question of a quiz that came from none that is here, and notes in the quiz which. A key that another item has
     * gets a number behind it. The files that it shows come along. About six queries for each question and two for each file, in one
     * transaction with the change of the draft.
     *
     * @throws RuleViolation when there is no such quiz in the draft, it cannot be read, or somebody else changed the draft meanwhile
     */
    @PreAuthorize(EDIT)
    @Transactional
    public TakenOver takeOver(PartnerId partner, CourseId course, String unitKey, String note) {
        Draft draft = draft(partner, course);
        SourceFile file = file(draft, unitKey);
        QuizText quiz = QuizText.of(file);
        Map<Integer, BankReference> references = new HashMap<>();
        Set<String> taken = new HashSet<>();
        int added = 0;
        int known = 0;
        for (int i = 0; i < quiz.size(); i++) {
            Optional<BankReference> from = quiz.reference(i);
            if (knows(partner, from)) {
                known++;
                continue;
            }
            String wanted = from.map(BankReference::key).orElse(quiz.key(i));
            taken.addAll(rows.keysLike(partner, wanted));
            String key = QuizText.freeKey(wanted, taken);
            taken.add(key);
            String yaml = files.intoBank(partner, quiz.questionText(i), draft.manifest(), file.path());
            ItemSaved saved = bank.save(
                    partner,
                    new ItemDraft(
                            null,
                            0,
                            key.equals(quiz.key(i)) ? yaml : QuestionText.withKey(yaml, key),
                            draft.course().key(),
                            note));
            if (!(saved instanceof ItemSaved.Kept(String kept, int number))) {
                throw new RuleViolation("assessment.bank.not-taken", wanted);
            }
            added++;
            BankReference reference = new BankReference(kept, number);
            if (!from.equals(Optional.of(reference))) {
                references.put(i, reference);
            }
        }
        if (!references.isEmpty()) {
            replace(draft, unitKey, quiz.withReferences(references));
        }
        return new TakenOver(added, known);
    }

    private boolean knows(PartnerId partner, Optional<BankReference> reference) {
        return reference.flatMap(from -> rows.find(partner, from.key())).isPresent();
    }

    /**
     * Whether a quiz of a draft has sections, and which of them can ask a version of an item. About six queries.
     *
     * @throws RuleViolation when there is no such item, version or quiz
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public PutPlaces places(PartnerId partner, String key, int version, CourseId course, String unitKey) {
        ItemVersion item = version(partner, key, version);
        Quiz quiz = readable(file(draft(partner, course), unitKey));
        return new PutPlaces(
                !quiz.sections().isEmpty(),
                QuizReader.read(ItemReader.around(item.content()), fault -> {})
                        .map(alone -> SectionPlace.all(quiz, alone.questions().getFirst()))
                        .orElse(List.of()));
    }

    private ItemVersion version(PartnerId partner, String key, int version) {
        return bank.version(partner, key, version)
                .orElseThrow(() -> new RuleViolation("assessment.bank.no-version", version));
    }

    private static Quiz readable(SourceFile file) {
        return QuizReader.read(file, fault -> {})
                .orElseThrow(() -> new RuleViolation("assessment.bank.quiz-unreadable", file.path()));
    }

    /**
     * Puts a version of an item into a quiz of a draft, at its end, and notes there where it came from. A question gets a number behind its
     * key where the quiz has that key. The files that it shows come along. About thirteen queries.
     *
     * @param place one of {@link #places}; null for the usual one, see {@link SectionPlace#more}
     * @throws RuleViolation when there is no such item, version, quiz or place, or somebody else changed the draft meanwhile
     */
    @PreAuthorize(EDIT)
    @Transactional
    public PutResult put(
            PartnerId partner, String key, int version, CourseId course, String unitKey, @Nullable SectionPlace place) {
        ItemVersion item = version(partner, key, version);
        Draft draft = draft(partner, course);
        SourceFile file = file(draft, unitKey);
        String free = QuizText.of(file).freeKey(key);
        CarriedFiles.IntoDraft into = new CarriedFiles.IntoDraft(draft.manifest(), file.path());
        String carried = files.intoDraft(partner, item.content(), into);
        String question = free.equals(key) ? carried : QuestionText.withKey(carried, free);
        String text =
                PlacedQuestions.put(file, QuestionText.withReference(question, new BankReference(key, version)), place);
        drafts.replaceFile(course, draft.revision(), unitKey, text.getBytes(StandardCharsets.UTF_8), into.files());
        boolean asked = !readable(SourceFile.of(file.path(), text)).neverAsked().contains(free);
        return new PutResult(
                free, draft.manifest().unit(unitKey).map(CourseUnit::title).orElse(unitKey), asked);
    }

    /**
     * A quiz with questions of the bank in this order, each with where it came from. At most three queries for each, and two.
     *
     * @param course into whose draft it is put, beside its other quizzes
     * @param keys of the items
     * @throws RuleViolation when one of them is not there, or the course has no draft
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public MadeQuiz quizOf(PartnerId partner, CourseId course, String title, List<String> keys) {
        CarriedFiles.IntoDraft into =
                new CarriedFiles.IntoDraft(draft(partner, course).manifest(), UnitSource.PLACE);
        QuizText quiz = QuizText.empty(title);
        for (String key : keys) {
            BankItem item =
                    bank.find(partner, key).orElseThrow(() -> new RuleViolation("assessment.bank.unknown", key));
            String question = QuestionText.withReference(
                    files.intoDraft(partner, item.current().content(), into),
                    new BankReference(key, item.current().number()));
            quiz = quiz.plus(question);
        }
        return new MadeQuiz(quiz.text(), quiz.size(), into.files());
    }

    /**
     * A quiz as it is in a draft, for another draft of the partner, with the files that it shows. About six queries.
     *
     * @param unitKey of the quiz
     * @param course into whose draft it is put, beside its other quizzes
     * @throws RuleViolation when there is no such quiz, it cannot be read, or one of the courses has no draft
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public MadeQuiz copyOf(PartnerId partner, CourseId from, String unitKey, CourseId course) {
        Draft source = draft(partner, from);
        SourceFile file = file(source, unitKey);
        QuizText quiz = QuizText.of(file);
        CarriedFiles.IntoDraft into =
                new CarriedFiles.IntoDraft(draft(partner, course).manifest(), UnitSource.PLACE);
        String text = files.betweenDrafts(file, source.manifest(), path -> drafts.file(from, path), into);
        return new MadeQuiz(text, quiz.size(), into.files());
    }

    private void replace(Draft draft, String unitKey, String text) {
        drafts.replaceFile(draft.course().id(), draft.revision(), unitKey, text.getBytes(StandardCharsets.UTF_8));
    }

    private Draft draft(PartnerId partner, CourseId course) {
        return courses.find(course)
                .filter(found -> found.partner().equals(partner))
                .flatMap(found -> drafts.find(course))
                .orElseThrow(() -> new RuleViolation("courses.draft.none"));
    }

    private SourceFile file(Draft draft, String unitKey) {
        return draft.manifest()
                .unit(unitKey)
                .filter(unit -> unit.kind().equals(QUIZ))
                .flatMap(unit -> drafts.file(draft.course().id(), unit.file()))
                .orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", unitKey));
    }
}
