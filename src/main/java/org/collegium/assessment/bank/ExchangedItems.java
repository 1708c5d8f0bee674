package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.exchange.Alike;
import org.collegium.assessment.exchange.ReadQuestion;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Items of a bank that come from other platforms, and those that go to them. */
@Service
public class ExchangedItems {

    /** The most items that leave at once; as many may come. */
    public static final int MOST = 2_000;

    private static final int AT_ONCE = 500;

    private static final String VIEW = "@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())";
    private static final String EDIT = "@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())";

    private final QuestionBank bank;
    private final ItemRows rows;
    private final CarriedFiles files;
    private final RetriedTransactions transactions;

    ExchangedItems(QuestionBank bank, ItemRows rows, CarriedFiles files, RetriedTransactions transactions) {
        this.bank = bank;
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
    }

    /**
     * The keys of those questions that an item in use says already, whatever it is called. One query for each {@value #AT_ONCE} questions.
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Set<String> there(PartnerId partner, ReadQuestions read) {
        List<Question> asked = read.asked();
        List<String> titles = asked.stream()
                .map(question -> FirstWords.of(question.stem(), question.key()))
                .distinct()
                .toList();
        List<Question> there = new ArrayList<>();
        for (int from = 0; from < titles.size(); from += AT_ONCE) {
            rows.contentsOf(partner, titles.subList(from, Math.min(titles.size(), from + AT_ONCE)), MOST)
                    .forEach(content -> there.addAll(questions(content)));
        }
        return Alike.among(there, asked);
    }

    private static List<Question> questions(String content) {
        return QuizReader.read(ItemReader.around(content), fault -> {})
                .map(Quiz::questions)
                .orElse(List.of());
    }

    /**
     * Makes an item of each question, of all or of none. A key that another item has gets a number behind it, also when that comes in
     * the same moment. The pictures that came with them are in the bank then. About four queries for each question, and two for each
     * picture.
     *
     * @param note of their first versions
     * @return their keys
     * @throws RuleViolation when one of them cannot be an item
     */
    @PreAuthorize(EDIT)
    public List<String> add(PartnerId partner, ReadQuestions read, String note) {
        return transactions.run(() -> added(partner, read, note));
    }

    private List<String> added(PartnerId partner, ReadQuestions read, String note) {
        List<String> keys = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, String> moves = files.brought(partner, read.files());
        for (ReadQuestion each : read.questions()) {
            String wanted = each.question().key();
            taken.addAll(rows.keysLike(partner, wanted));
            String key = QuizText.freeKey(wanted, taken);
            taken.add(key);
            String yaml = Pointers.moved(text(each.question()), moves);
            String renamed = key.equals(wanted) ? yaml : QuestionText.withKey(yaml, key);
            keys.add(
                    switch (bank.save(partner, new ItemDraft(null, 0, renamed, null, note))) {
                        case ItemSaved.Kept kept -> kept.key();
                        case ItemSaved.KeyTaken _ ->
                            throw new ConcurrencyFailureException("Another item got the key " + key);
                        case ItemSaved.Unchanged _, ItemSaved.Faulty _, ItemSaved.ChangedMeanwhile _ ->
                            throw new RuleViolation("assessment.bank.not-taken", wanted);
                    });
        }
        return keys;
    }

    private static String text(Question question) {
        Quiz alone = new Quiz("Question", "", 0, 0, false, List.of(question));
        byte[] file = QuizWriter.write(alone).getBytes(StandardCharsets.UTF_8);
        return QuizText.of(SourceFile.of(ItemReader.FILE, file)).questionText(0);
    }

    /**
     * Takes items back that were just added. Those that somebody has changed since stay. One query.
     *
     * @return how many are gone
     */
    @PreAuthorize(EDIT)
    @Transactional
    public int takeBack(PartnerId partner, List<String> keys) {
        return rows.forgetUnchanged(partner, keys);
    }

    /**
     * The questions of items that are looked for, as a quiz; two queries.
     *
     * @throws RuleViolation when there are more than {@value #MOST}
     */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Quiz quiz(PartnerId partner, ItemFilter filter, String title) {
        int all = rows.count(partner, filter);
        if (all > MOST) {
            throw new RuleViolation("assessment.bank.export.too-many", all, MOST);
        }
        List<Question> questions = new ArrayList<>();
        for (String content : rows.contents(partner, filter, MOST)) {
            questions.addAll(questions(content));
        }
        return new Quiz(title, "", 0, 0, true, questions);
    }
}
