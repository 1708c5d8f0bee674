package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What partners let each other copy, what comes with it, and what they do not see. */
@Tag("module")
@FullApplicationTest
class SharedQuestionsTests {

    private static final PageRequest PAGE = new PageRequest(0, 20);
    private static final String NOTE = "Copied";

    private static final String QUESTION = """
            # Asked since 2019.
            key: q-trees
            type: true-false
            stem: A deep **tree** overfits, says WORD.
            tags: [trees]
            answer: true
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private SharedQuestions shared;

    private Partner giver;
    private PartnerId theirs;
    private PartnerId ours;
    private String word;

    @BeforeEach
    void twoPartnersHaveBanks() {
        giver = CoursesFixtures.partner(beans);
        theirs = giver.id();
        ours = CoursesFixtures.partner(beans).id();
        word = "w" + UUID.randomUUID().toString().replace("-", "");
        signIn(theirs);
        save(theirs, null, 0, text());
        save(theirs, null, 0, text().replace("q-trees", "q-exam").replace("[trees]", "[exam]"));
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void onlyWhatIsOfferedIsSeenByOthersAndOnlyWhileItIsInUse() {
        assertThat(found()).isEmpty();
        assertThat(shared.offer(theirs, tagged("trees"), "CC-BY-4.0")).isEqualTo(1);
        assertThat(shared.licences(theirs, List.of("q-trees", "q-exam"))).containsOnlyKeys("q-trees");

        signIn(ours);
        assertThat(found()).singleElement().satisfies(question -> {
            assertThat(question.key()).isEqualTo("q-trees");
            assertThat(question.licence()).isEqualTo("CC-BY-4.0");
            assertThat(question.tags()).containsExactly("trees");
            assertThat(question.yaml()).isEqualTo(text());
        });
        assertThat(shared.count(word, "")).isEqualTo(1);
        assertThat(shared.count(word, "essay")).isZero();

        signIn(theirs);
        bank.retire(theirs, "q-trees");
        assertThat(found()).isEmpty();
        bank.bringBack(theirs, "q-trees");
        assertThat(shared.offer(theirs, tagged("trees"), "CC0-1.0")).isEqualTo(1);
        assertThat(found()).extracting(SharedQuestion::licence).containsExactly("CC0-1.0");
        assertThat(shared.countOffered(theirs, tagged("trees"))).isEqualTo(1);
        assertThat(shared.withdraw(theirs, tagged("trees"))).isEqualTo(1);
        assertThat(shared.countOffered(theirs, tagged("trees"))).isZero();
        assertThat(found()).isEmpty();
        refused("assessment.bank.shared.licence.unknown", () -> shared.offer(theirs, ItemFilter.ALL, "CC-BY-ND-4.0"));
    }

    @Test
    void aCopyIsAnItemOfItsOwnThatSaysWhereItComesFrom() {
        shared.offer(theirs, tagged("trees"), "CC-BY-4.0");
        signIn(ours);
        save(ours, null, 0, text().replace("WORD", "another"));

        String key = shared.copy(ours, theirs, "q-trees", 1, NOTE);

        assertThat(key).isEqualTo("q-trees-2");
        assertThat(shared.origin(ours, key)).contains(new ItemOrigin(theirs, "q-trees", 1, "CC-BY-4.0"));
        assertThat(shared.origin(ours, "q-trees")).isEmpty();
        BankItem copy = bank.find(ours, key).orElseThrow();
        assertThat(copy.current().content())
                .startsWith("# Asked since 2019.\nkey: q-trees-2\n# From "
                        + giver.data().slug().value() + ", question q-trees, version 1, CC-BY-4.0\ntype: true-false\n");
        String quiz = QuizText.empty("Quiz")
                .plus(copy.current().content())
                .plus(text().replace("q-trees", "q-next"))
                .text();
        assertThat(quiz)
                .contains(
                        "  - key: q-trees-2\n    # From " + giver.data().slug().value(), "  - key: q-next\n");
        refused("assessment.bank.shared.there", () -> shared.copy(ours, theirs, "q-trees", 1, NOTE));
    }

    @Test
    void whatSaysSomethingElseByNowOrIsNotOfferedIsNotCopied() {
        shared.offer(theirs, tagged("trees"), "CC-BY-4.0");
        save(theirs, "q-trees", 1, text().replace("deep", "tall"));
        signIn(ours);

        refused("assessment.bank.shared.changed", () -> shared.copy(ours, theirs, "q-trees", 1, NOTE));
        refused("assessment.bank.shared.gone", () -> shared.copy(ours, theirs, "q-exam", 1, NOTE));
        assertThat(bank.count(ours, ItemFilter.ALL)).isZero();
        assertThat(shared.copy(ours, theirs, "q-trees", 2, NOTE)).isEqualTo("q-trees");
    }

    @Test
    void nobodyOffersCopiesOrAsksForAnotherPartner() {
        shared.offer(theirs, ItemFilter.ALL, "CC-BY-4.0");
        signIn(ours);

        denied(() -> shared.offer(theirs, ItemFilter.ALL, "CC0-1.0"));
        denied(() -> shared.withdraw(theirs, ItemFilter.ALL));
        denied(() -> shared.countOffered(theirs, ItemFilter.ALL));
        denied(() -> shared.copy(theirs, theirs, "q-trees", 1, NOTE));
        denied(() -> shared.licences(theirs, List.of("q-trees")));
        denied(() -> shared.origin(theirs, "q-trees"));
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next()));
        denied(() -> shared.list("", "", PAGE));
        denied(() -> shared.count("", ""));
    }

    private String text() {
        return QUESTION.replace("WORD", word);
    }

    private List<SharedQuestion> found() {
        return shared.list(word, "", PAGE);
    }

    private void save(PartnerId partner, @Nullable String key, int basedOn, String yaml) {
        assertThat(bank.save(partner, new ItemDraft(key, basedOn, yaml, null, "")))
                .isInstanceOf(ItemSaved.Kept.class);
    }

    private static ItemFilter tagged(String tag) {
        return new ItemFilter(
                "",
                Optional.empty(),
                Optional.of(tag),
                Optional.empty(),
                Optional.empty(),
                ItemState.ACTIVE,
                ItemFilter.Sort.LAST_CHANGED);
    }

    private static void signIn(PartnerId partner) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                CoursesPermissions.VIEW_DRAFT + "@" + partner,
                CoursesPermissions.EDIT + "@" + partner));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
