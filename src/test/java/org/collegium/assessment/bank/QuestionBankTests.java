package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.FullApplicationTest;
import org.collegium.assessment.Question;
import org.collegium.assessment.bank.ItemFilter.Sort;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("module")
@FullApplicationTest
class QuestionBankTests {

    private static final PageRequest PAGE = new PageRequest(0, 20);

    private static final String QUESTION = """
            key: q-trees
            type: true-false
            stem: A deep **tree** overfits.
            tags: [trees, overfitting]
            difficulty: easy
            answer: true
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private PersonsItems persons;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private PartnerId partner;
    private AccountId author;

    @BeforeEach
    void anAuthorIsSignedIn() {
        Partner fixture = CoursesFixtures.partner(beans);
        partner = fixture.id();
        author = signIn(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void aSaveMakesAVersionAndKeepsTheOneBefore() {
        assertThat(save(null, 0, QUESTION)).isEqualTo(new ItemSaved.Kept("q-trees", 1));
        String changed = QUESTION.replace("deep", "shallow").replace("easy", "hard");

        assertThat(save("q-trees", 1, changed)).isEqualTo(new ItemSaved.Kept("q-trees", 2));
        assertThat(save("q-trees", 2, changed)).isEqualTo(new ItemSaved.Unchanged("q-trees", 2));

        BankItem item = bank.find(partner, "q-trees").orElseThrow();
        assertThat(item.title()).isEqualTo("A shallow tree overfits.");
        assertThat(item.current().content()).isEqualTo(changed);
        assertThat(item.current().author()).isEqualTo(author);
        assertThat(bank.versions(partner, "q-trees", PAGE))
                .extracting(ItemVersion::content)
                .containsExactly(changed, QUESTION);
        assertThat(bank.list(partner, ItemFilter.ALL, PAGE)).singleElement().satisfies(row -> {
            assertThat(row.tags()).containsExactly("overfitting", "trees");
            assertThat(row.difficulty()).isEqualTo("hard");
            assertThat(row.version()).isEqualTo(2);
        });
        assertThat(bank.tags(partner)).containsExactly("overfitting", "trees");
    }

    @Test
    void whoSavesOnAnOldVersionIsToldAndNothingIsLost() {
        save(null, 0, QUESTION);
        String theirs = QUESTION.replace("deep", "tall");
        save("q-trees", 1, theirs);

        ItemSaved late = save("q-trees", 1, QUESTION.replace("deep", "bushy"));

        assertThat(late).isInstanceOfSatisfying(ItemSaved.ChangedMeanwhile.class, conflict -> {
            assertThat(conflict.theirs().number()).isEqualTo(2);
            assertThat(conflict.theirs().content()).isEqualTo(theirs);
        });
        assertThat(bank.versions(partner, "q-trees", PAGE)).hasSize(2);
    }

    @Test
    void ofThoseWhoSaveAtOnceOneIsKeptAndTheOthersAreTold() throws Exception {
        save(null, 0, QUESTION);
        SecurityContext context = SecurityContextHolder.getContext();
        List<Callable<ItemSaved>> saves = IntStream.range(0, 4)
                .<Callable<ItemSaved>>mapToObj(i -> () -> {
                    SecurityContextHolder.setContext(context);
                    return save("q-trees", 1, QUESTION.replace("deep", "number " + i));
                })
                .toList();
        try (ExecutorService together = Executors.newFixedThreadPool(4)) {
            List<ItemSaved> results = together.invokeAll(saves).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(results).filteredOn(ItemSaved.Kept.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(ItemSaved.ChangedMeanwhile.class::isInstance)
                    .hasSize(3);
        }
        assertThat(bank.versions(partner, "q-trees", PAGE)).hasSize(2);
    }

    @Test
    void faultsAreToldAtTheirLinesAndNothingIsSaved() {
        String broken =
                QUESTION.replace("type: true-false", "type: true-or-false").replace("easy", "simple");

        ItemSaved result = save(null, 0, broken);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ItemSaved.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(ImportFault::line)
                                .containsExactly(2, 5));
        assertThat(faults("key: q\ntype: numeric\nstem: |\n  One\n  two {{{\nanswer: [1]\n"))
                .anySatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(6);
                    assertThat(fault.column()).isEqualTo(9);
                    assertThat(fault.reason()).doesNotContain("questions[1]");
                });
        assertThat(faults("- key: q\n  type: numeric\n  stem: One\n"))
                .extracting(ImportFault::code)
                .containsExactly("bank-no-question");
        assertThat(faults("bank: q@1\n" + QUESTION))
                .extracting(ImportFault::code)
                .contains("bank-in-item");
        assertThat(faults("key: [")).extracting(ImportFault::code).containsExactly("yaml-syntax");
        assertThat(faults("")).extracting(ImportFault::code).containsExactly("yaml-empty");
        assertThat(bank.count(partner, ItemFilter.ALL)).isZero();
    }

    @Test
    void theKeyStaysForGoodAndIsGivenOnce() {
        save(null, 0, QUESTION);

        assertThat(save("q-trees", 1, QUESTION.replace("q-trees", "q-other")))
                .isInstanceOfSatisfying(
                        ItemSaved.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(ImportFault::code)
                                .containsExactly("bank-other-key"));
        assertThat(save(null, 0, QUESTION.replace("deep", "tall"))).isEqualTo(new ItemSaved.KeyTaken("q-trees"));
        PartnerId other = CoursesFixtures.partner(beans).id();
        IdentityFixtures.signIn(IdentityFixtures.authentication(author, CoursesPermissions.EDIT));
        assertThat(bank.save(other, new ItemDraft(null, 0, QUESTION, null, "")))
                .isEqualTo(new ItemSaved.Kept("q-trees", 1));
    }

    @Test
    void anEarlierVersionComesBackAsANewOne() {
        save(null, 0, QUESTION);
        save("q-trees", 1, QUESTION.replace("deep", "tall"));

        assertThat(bank.restore(partner, "q-trees", 1, 2, "back")).isEqualTo(new ItemSaved.Kept("q-trees", 3));
        assertThat(bank.version(partner, "q-trees", 3))
                .hasValueSatisfying(version -> assertThat(version.content()).isEqualTo(QUESTION));
        assertThat(bank.restore(partner, "q-trees", 2, 2, "late")).isInstanceOf(ItemSaved.ChangedMeanwhile.class);
        assertThatThrownBy(() -> bank.restore(partner, "q-trees", 9, 3, "")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void retiredOnesAreNotOfferedUntilTheyComeBack() {
        save(null, 0, QUESTION);

        bank.retire(partner, "q-trees");
        assertThat(bank.list(partner, ItemFilter.ALL, PAGE)).isEmpty();
        assertThat(bank.list(partner, filter("", null, null, ItemState.RETIRED), PAGE))
                .hasSize(1);
        assertThat(bank.find(partner, "q-trees").orElseThrow().state()).isEqualTo(ItemState.RETIRED);

        bank.bringBack(partner, "q-trees");
        assertThat(bank.list(partner, ItemFilter.ALL, PAGE)).hasSize(1);
        assertThatThrownBy(() -> bank.retire(partner, "no-such")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void itemsAreFoundByWordsKeyKindTagAndDifficultyInPages() {
        save(null, 0, QUESTION);
        save(null, 0, """
                key: q-half
                type: single
                stem: What is 50 % as a fraction?
                difficulty: hard
                skills: [reckon-in-parts]
                options:
                  - { key: a, text: One Hälfte, correct: true }
                  - { key: b, text: a third }
                """);

        assertThat(found(filter("TREE", null, null, ItemState.ACTIVE))).containsExactly("q-trees");
        assertThat(found(filter("halfte", null, null, ItemState.ACTIVE))).containsExactly("q-half");
        assertThat(found(filter("in-parts", null, null, ItemState.ACTIVE))).containsExactly("q-half");
        assertThat(found(filter("50 %", null, null, ItemState.ACTIVE))).containsExactly("q-half");
        assertThat(found(filter("q-", null, null, ItemState.ACTIVE))).containsExactly("q-half", "q-trees");
        assertThat(found(filter("", "single", null, ItemState.ACTIVE))).containsExactly("q-half");
        assertThat(found(filter("", null, "trees", ItemState.ACTIVE))).containsExactly("q-trees");
        assertThat(found(new ItemFilter(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("hard"),
                        Optional.empty(),
                        ItemState.ACTIVE,
                        Sort.TITLE)))
                .containsExactly("q-half");
        assertThat(bank.list(partner, ItemFilter.ALL, new PageRequest(1, 1)))
                .extracting(ItemListed::key)
                .containsExactly("q-trees");
        assertThat(bank.count(partner, ItemFilter.ALL)).isEqualTo(2);
    }

    @Test
    void eachOperationTakesAsManyQueriesAsItSays() {
        save(null, 0, QUESTION);

        assertThat(queries(() -> bank.list(partner, ItemFilter.ALL, PAGE))).isEqualTo(1);
        assertThat(queries(() -> bank.count(partner, ItemFilter.ALL))).isEqualTo(1);
        assertThat(queries(() -> bank.tags(partner))).isEqualTo(1);
        assertThat(queries(() -> bank.courses(partner))).isEqualTo(1);
        assertThat(queries(() -> bank.find(partner, "q-trees"))).isEqualTo(2);
        assertThat(queries(() -> bank.versions(partner, "q-trees", PAGE))).isEqualTo(2);
        assertThat(queries(() -> bank.version(partner, "q-trees", 1))).isEqualTo(2);
        assertThat(queries(() -> bank.read(partner, QUESTION, null))).isZero();
        assertThat(queries(() -> save("q-trees", 1, QUESTION + "points: 2\n"))).isBetween(4, 7);
        assertThat(queries(() -> bank.restore(partner, "q-trees", 1, 2, ""))).isBetween(4, 9);
        assertThat(queries(() -> {
                    bank.retire(partner, "q-trees");
                    return "";
                }))
                .isEqualTo(2);
    }

    /** As the server counts those of a connection. */
    private int queries(Supplier<?> work) {
        return transaction.execute(status -> {
            int before = questions();
            Object unused = work.get();
            return questions() - before - 1;
        });
    }

    private int questions() {
        return jdbc.sql("show session status like 'Questions'")
                .query((row, number) -> row.getInt(2))
                .single();
    }

    @Test
    void othersAreRefused() {
        save(null, 0, QUESTION);
        ItemDraft draft = new ItemDraft("q-trees", 1, QUESTION + "points: 2\n", null, "");
        Map<String, ThrowingCallable> reading = Map.of(
                "list", () -> bank.list(partner, ItemFilter.ALL, PAGE),
                "count", () -> bank.count(partner, ItemFilter.ALL),
                "tags", () -> bank.tags(partner),
                "courses", () -> bank.courses(partner),
                "find", () -> bank.find(partner, "q-trees"),
                "versions", () -> bank.versions(partner, "q-trees", PAGE),
                "version", () -> bank.version(partner, "q-trees", 1),
                "read", () -> bank.read(partner, QUESTION, null));
        Map<String, ThrowingCallable> changing = Map.of(
                "save", () -> bank.save(partner, draft),
                "restore", () -> bank.restore(partner, "q-trees", 1, 1, ""),
                "retire", () -> bank.retire(partner, "q-trees"),
                "bringBack", () -> bank.bringBack(partner, "q-trees"));

        signIn(CoursesPermissions.VIEW_DRAFT);
        changing.forEach((name, call) -> assertThatThrownBy(call).as(name).isInstanceOf(AccessDeniedException.class));
        assertThat(bank.find(partner, "q-trees")).isPresent();

        String elsewhere = "@" + UUID.randomUUID();
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(), CoursesPermissions.VIEW_DRAFT + elsewhere, CoursesPermissions.EDIT + elsewhere));
        reading.forEach((name, call) -> assertThatThrownBy(call).as(name).isInstanceOf(AccessDeniedException.class));
        changing.forEach((name, call) -> assertThatThrownBy(call).as(name).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void anErasedAuthorsQuestionsStayWithoutTheirName() {
        save(null, 0, QUESTION);
        assertThat(persons.dataOf(author))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .contains("q-trees");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(author, Instant.now())));

        assertThat(bank.find(partner, "q-trees").orElseThrow().current().author())
                .isNull();
        assertThat((List<?>) persons.dataOf(author)).isEmpty();
    }

    @Test
    void eachTemplateCanBeSavedAsItIs() {
        for (String kind : ItemTemplates.kinds()) {
            ReadItem read = bank.read(partner, ItemTemplates.of(kind), null);

            assertThat(read.faults())
                    .as(kind)
                    .extracting(ImportFault::code)
                    .containsExactlyElementsOf(kind.equals("hotspot") ? List.of("bank-file-missing") : List.of());
            assertThat(read.quiz().orElseThrow().keyed()).as(kind).isTrue();
            assertThat(save(null, 0, ItemTemplates.of(kind))).as(kind).isInstanceOf(ItemSaved.Kept.class);
        }
        assertThat(ItemTemplates.kinds()).as("one for each kind of question").hasSize((int)
                Stream.of(Question.class, Question.Gap.class)
                        .flatMap(kinds -> Stream.of(kinds.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .count());
    }

    private ItemSaved save(@Nullable String key, int basedOn, String yaml) {
        return bank.save(partner, new ItemDraft(key, basedOn, yaml, null, "a note"));
    }

    private List<ImportFault> faults(String yaml) {
        ReadItem read = bank.read(partner, yaml, null);
        assertThat(read.readable()).isFalse();
        return read.faults();
    }

    private List<String> found(ItemFilter filter) {
        List<String> keys = bank.list(partner, filter, PAGE).stream()
                .map(ItemListed::key)
                .sorted()
                .toList();
        assertThat(bank.count(partner, filter)).isEqualTo(keys.size());
        return keys;
    }

    private static ItemFilter filter(String text, @Nullable String kind, @Nullable String tag, ItemState state) {
        return new ItemFilter(
                text,
                Optional.ofNullable(kind),
                Optional.ofNullable(tag),
                Optional.empty(),
                Optional.empty(),
                state,
                Sort.LAST_CHANGED);
    }

    private AccountId signIn(String... permissions) {
        AccountId person = AccountId.next();
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                person,
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + partner)
                        .toArray(String[]::new)));
        return person;
    }
}
