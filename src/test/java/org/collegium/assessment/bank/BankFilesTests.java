package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.AtOnce;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.exchange.ExchangeFormat;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.source.ImportFault;
import org.collegium.source.PictureFixtures;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures of questions: who brings and sees them, and that they come along wherever a question goes. */
@Tag("module")
@FullApplicationTest
@JobsRest
class BankFilesTests {

    private static final String UNIT = "quiz-models";
    private static final String QUIZ = "quizzes/models.yaml";

    private static final String QUESTION = """
            # Kept as it is.
            key: q-curve
            type: single
            stem: 'What does it show? ![Two curves](assets/curve.png)'
            options:
              - { key: a, text: "![A tree](<assets/curve.png>) overfits", correct: true }
              - { key: b, text: assets/curve.png.txt is no picture }
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private BankFiles files;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private BankedQuizzes banked;

    @Autowired
    private SharedQuestions shared;

    @Autowired
    private ExchangedItems exchanged;

    @Autowired
    private ServedBankFiles served;

    @Autowired
    private SweepingBankFiles sweeping;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    private PartnerId partner;
    private byte[] picture;

    @BeforeEach
    void anAuthorIsSignedIn() {
        partner = CoursesFixtures.partner(beans).id();
        picture = picture();
        signIn(partner, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void aPathMeansOneContentForEver() {
        BankFile first = files.add(partner, "C:\\Bilder\\Große Kurve.PNG", picture);

        assertThat(first.path()).isEqualTo("assets/gro-e-kurve.png");
        assertThat(first.mediaType()).isEqualTo("image/png");
        assertThat(files.add(partner, "große kurve.png", picture)).isEqualTo(first);
        assertThat(files.add(partner, "große kurve.png", picture()).path()).isEqualTo("assets/gro-e-kurve-2.png");
        assertThat(files.find(partner, "./assets/gro-e-kurve.png")).contains(first);
        assertThat(files.open(partner, first.path()).orElseThrow().bytes()).isEqualTo(picture);
        assertThat(files.find(partner, "../assets/gro-e-kurve.png")).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        refused(
                "assessment.bank.file.broken",
                () -> files.add(partner, "a.png", Arrays.copyOf(picture, picture.length / 2)));
        refused("assessment.bank.file.empty", () -> files.add(partner, "a.png", new byte[0]));
        refused("assessment.bank.file.size", () -> files.add(partner, "a.png", new byte[(20 << 20) + 1]));
        for (String name : List.of("a.html", "a.js", "a.pdf", "a", "a.png.exe", "a.yaml")) {
            refused("assessment.bank.file.kind", () -> files.add(partner, name, picture));
        }
    }

    @Test
    void picturesAreSeenByThePartnerAndByOthersOnceTheQuestionIsOffered() {
        BlobId blob = new BlobId(files.add(partner, "curve.png", picture).sha256());
        save(partner, null, 0, QUESTION);
        assertThat(served.of(blob)).isPresent();

        PartnerId other = CoursesFixtures.partner(beans).id();
        signIn(other, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        assertThat(served.of(blob)).isEmpty();
        denied(() -> files.add(partner, "curve.png", picture));
        denied(() -> files.find(partner, "assets/curve.png"));
        denied(() -> files.open(partner, "assets/curve.png"));

        signIn(partner, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        shared.offer(partner, ItemFilter.ALL, "CC-BY-4.0");
        signIn(other, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        assertThat(served.of(blob)).hasValueSatisfying(granted -> {
            assertThat(granted.mediaType()).isEqualTo("image/png");
            assertThat(granted.everybody()).isFalse();
        });
        signIn(partner, CoursesPermissions.VIEW_DRAFT);
        denied(() -> files.add(partner, "curve.png", picture));
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next()));
        assertThat(served.of(blob)).isEmpty();
    }

    @Test
    void theSameQuestionsThatTwoBringInTheSameMomentAreThereTwice(@TempDir Path folder) throws Exception {
        Path gift = Files.writeString(
                folder.resolve("bank.gift"), "::q tree::Is it a tree? {T}\n\n::q bush::Is it a bush? {F}");
        ReadQuestions read = QuestionExchange.read(gift, "bank.gift", path -> Optional.empty(), Set.of());

        Future<List<String>> other = beans.getBean(TransactionTemplate.class).execute(status -> {
            assertThat(exchanged.add(partner, read, "imported")).containsExactly("q-tree", "q-bush");
            return AtOnce.beside(jdbc, () -> exchanged.add(partner, read, "imported"));
        });

        assertThat(other.get(60, TimeUnit.SECONDS)).containsExactly("q-tree-2", "q-bush-2");
    }

    @Test
    void whatNoVersionShowsGoesAfterSomeDays() {
        files.add(partner, "curve.png", picture);
        files.add(partner, "left.png", picture);
        files.add(partner, "fresh.png", picture);
        save(partner, null, 0, QUESTION);
        save(partner, "q-curve", 1, QUESTION.replace("assets/curve.png", "assets/other.png"));
        jdbc.sql("update bank_file set added_at = added_at - interval 8 day where partner_id = ? and path <> ?")
                .params(partner.value(), "assets/fresh.png")
                .update();

        assertThat(sweeping.sweep()).isPositive();

        assertThat(files.find(partner, "assets/curve.png"))
                .as("shown by the first version")
                .isPresent();
        assertThat(files.find(partner, "assets/left.png")).isEmpty();
        assertThat(files.find(partner, "assets/fresh.png")).isPresent();
    }

    @Test
    void aPictureThatTheBankDoesNotHaveIsToldWhereItStands() {
        assertThat(bank.read(partner, QUESTION, null).faults())
                .extracting(ImportFault::code, ImportFault::line)
                .contains(tuple("bank-file-missing", 4))
                .hasSize(2);
        files.add(partner, "curve.png", picture);

        ReadItem read = bank.read(partner, QUESTION, null);

        assertThat(read.faults()).isEmpty();
        assertThat(read.readable()).isTrue();
    }

    @Test
    void aQuestionTakesItsPictureIntoAQuizAndBack() {
        files.add(partner, "curve.png", picture);
        save(partner, null, 0, QUESTION);
        CourseId course = draft(partner, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        banked.put(partner, "q-curve", 1, course, UNIT, null);

        CourseManifest manifest = drafts.find(course).orElseThrow().manifest();
        assertThat(manifest.files().get("assets/curve-2.png"))
                .as("another content has the name")
                .extracting(CourseFile::sha256)
                .isEqualTo(sha256());
        String quiz = text(course);
        assertThat(quiz)
                .contains(
                        "'What does it show? ![Two curves](../assets/curve-2.png)'",
                        "![A tree](<../assets/curve-2.png>) overfits",
                        "text: assets/curve.png.txt is no picture");
        assertThat(drafts.checks(course).toString()).doesNotContain("file-missing");

        PartnerId other = CoursesFixtures.partner(beans).id();
        signIn(other, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        files.add(other, "curve-2.png", picture());
        CourseId theirs = draft(other, picture);
        drafts.replaceFile(
                theirs,
                drafts.find(theirs).orElseThrow().revision(),
                UNIT,
                quiz.replace("../assets/curve-2.png", "../assets/curve.png").getBytes(StandardCharsets.UTF_8));
        banked.takeOver(other, theirs, UNIT, "taken");
        assertThat(content(other, "q-curve"))
                .startsWith("key: q-curve\n")
                .contains("![Two curves](assets/curve.png)", "(<assets/curve.png>)", "assets/curve.png.txt");
        assertThat(files.open(other, "assets/curve.png").orElseThrow().bytes()).isEqualTo(picture);
        assertThat(text(theirs)).contains("bank: q-curve@1", "](../assets/curve.png)");
    }

    @Test
    void aQuizOfTheBankHasItsPicturesWithIt() {
        files.add(partner, "curve.png", picture);
        save(partner, null, 0, QUESTION);
        save(partner, null, 0, QUESTION.replace("q-curve", "q-again"));
        CourseId course = draft(partner, picture());

        MadeQuiz made = banked.quizOf(partner, course, "Curves", List.of("q-curve", "q-again"));

        assertThat(made.text()).contains("(../assets/curve-2.png)").doesNotContain("(assets/");
        assertThat(made.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("assets/curve-2.png");
            assertThat(file.bytes()).isEqualTo(picture);
        });
    }

    @Test
    void aQuizOfAnotherDraftComesWithWhatItShows() {
        files.add(partner, "curve.png", picture);
        save(partner, null, 0, QUESTION);
        CourseId from = draft(partner, picture());
        banked.put(partner, "q-curve", 1, from, UNIT, null);
        CourseId into = draft(partner, "other-course", picture());

        MadeQuiz copy = banked.copyOf(partner, from, UNIT, into);

        assertThat(copy.questions()).isEqualTo(6);
        assertThat(copy.text()).isEqualTo(text(from)).contains("bank: q-curve@1");
        assertThat(copy.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("assets/curve-2.png");
            assertThat(file.bytes()).isEqualTo(picture);
        });
        refused("courses.draft.unit-unknown", () -> banked.copyOf(partner, from, "what-is-a-model", into));
        refused("courses.draft.none", () -> banked.copyOf(partner, CourseId.next(), UNIT, into));
        signIn(CoursesFixtures.partner(beans).id(), CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        denied(() -> banked.copyOf(partner, from, UNIT, into));
    }

    @Test
    void aCopyForAnotherPartnerHasThePictureToo() {
        files.add(partner, "curve.png", picture);
        save(partner, null, 0, QUESTION);
        shared.offer(partner, ItemFilter.ALL, "CC0-1.0");
        PartnerId other = CoursesFixtures.partner(beans).id();
        signIn(other, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        files.add(other, "curve.png", picture());
        save(other, null, 0, QUESTION);

        String key = shared.copy(other, partner, "q-curve", 1, "copied");

        assertThat(content(other, key))
                .contains("![Two curves](assets/curve-2.png)", "(<assets/curve-2.png>)", "assets/curve.png.txt");
        assertThat(files.open(other, "assets/curve-2.png").orElseThrow().bytes())
                .isEqualTo(picture);
        assertThat(shared.list("", "", new PageRequest(0, 200)))
                .filteredOn(question -> question.partner().equals(partner))
                .singleElement()
                .satisfies(question ->
                        assertThat(question.files()).extracting(BankFile::path).containsExactly("assets/curve.png"));
    }

    @Test
    void picturesComeFromOtherPlatformsAndGoToThem(@TempDir Path folder) throws Exception {
        files.add(partner, "q-moodle-tree.png", picture());
        Path xml = Files.writeString(
                folder.resolve("bank.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <quiz><question type="truefalse"><name><text>q moodle</text></name>
                <questiontext format="html"><text>&lt;p&gt;Is it a tree? &lt;img src="@@PLUGINFILE@@/tree.png" alt="A tree"/&gt;&lt;/p&gt;</text>
                <file name="tree.png" path="/" encoding="base64">%s</file></questiontext>
                <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>
                </question></quiz>
                """.formatted(Base64.getEncoder().encodeToString(picture)));
        ReadQuestions read = QuestionExchange.read(xml, "bank.xml", path -> files.open(partner, path), Set.of());
        assertThat(read.counts().withLoss()).isZero();

        List<String> keys = exchanged.add(partner, read, "imported");

        assertThat(keys).containsExactly("q-moodle");
        assertThat(content(partner, "q-moodle")).contains("![A tree](assets/q-moodle-tree-2.png)");
        assertThat(files.open(partner, "assets/q-moodle-tree-2.png")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(picture);
        assertThat(bank.read(partner, content(partner, "q-moodle"), "q-moodle").faults())
                .isEmpty();
        for (ExchangeFormat format : List.of(ExchangeFormat.MOODLE_XML, ExchangeFormat.QTI_3_0)) {
            Path out = folder.resolve("out" + format.ending());
            Files.write(
                    out,
                    QuestionExchange.write(
                                    exchanged.quiz(partner, ItemFilter.ALL, "All"),
                                    format,
                                    "out",
                                    path -> files.open(partner, path))
                            .file()
                            .bytes());
            assertThat(QuestionExchange.read(out, "out", path -> Optional.empty(), Set.of())
                            .files())
                    .as(format.name())
                    .singleElement()
                    .extracting(SourceFile::bytes)
                    .isEqualTo(picture);
        }
    }

    private CourseId draft(PartnerId owner, byte[] picture) {
        return draft(owner, "fixture-course", picture);
    }

    private CourseId draft(PartnerId owner, String key, byte[] picture) {
        Partner found = beans.getBean(Partners.class).find(owner).orElseThrow();
        return CoursesFixtures.draft(
                beans,
                found,
                CoursesFixtures.withPicture(
                        CoursesFixtures.accepted(
                                CoursesFixtures.metadata(key), CoursesFixtures.LESSON, AssessmentFixtures.QUIZ),
                        SourceFile.of("assets/curve.png", picture)));
    }

    private String text(CourseId course) {
        return drafts.file(course, QUIZ).orElseThrow().text(fault -> {}).orElseThrow();
    }

    private String content(PartnerId owner, String key) {
        return bank.find(owner, key).orElseThrow().current().content();
    }

    private String sha256() {
        return SourceFile.of("curve.png", picture).sha256();
    }

    private void save(PartnerId owner, @Nullable String key, int basedOn, String yaml) {
        assertThat(bank.save(owner, new ItemDraft(key, basedOn, yaml, null, "")))
                .isInstanceOf(ItemSaved.Kept.class);
    }

    /** No two are the same. */
    private static byte[] picture() {
        return PictureFixtures.png(ThreadLocalRandom.current().nextInt(0xffff00));
    }

    private static void signIn(PartnerId owner, String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + owner)
                        .toArray(String[]::new)));
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
