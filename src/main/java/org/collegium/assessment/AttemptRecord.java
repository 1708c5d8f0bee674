package org.collegium.assessment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** The attempt aggregate: one learner answers one quiz once. Its answers are rows of {@link AnswerRows}. */
@Entity(name = "QuizAttempt")
@Table(name = "quiz_attempt")
class AttemptRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AttemptId id;

    @Version
    private @Nullable Integer version;

    private UUID learnerId;
    private UUID runId;
    private String unitKey;

    @Column(name = "quiz_sha256")
    private String quizSha256;

    private int number;

    @Enumerated(EnumType.STRING)
    private AttemptState state;

    private long seed;
    private Instant startedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Double points;
    private @Nullable Double score;
    private @Nullable Boolean passed;
    private @Nullable Instant dueAt;
    private int limitSeconds;
    private int extraSeconds;
    private int creditedSeconds;

    @Enumerated(EnumType.STRING)
    private @Nullable EndedBy endedBy;

    @Column(name = "key_sha256")
    private @Nullable String keySha256;

    private @Nullable UUID regradeId;

    @Column(name = "honour_sha256")
    private @Nullable String honourSha256;

    private @Nullable Instant honourAgreedAt;

    @SuppressWarnings("NullAway.Init")
    protected AttemptRecord() {}

    private AttemptRecord(AccountId learner, UUID run, String unitKey, BlobId quiz, int number, AttemptTime time) {
        this.id = AttemptId.next();
        this.learnerId = learner.value();
        this.runId = run;
        this.unitKey = unitKey;
        this.quizSha256 = quiz.sha256();
        this.number = number;
        this.state = AttemptState.OPEN;
        this.seed = id.seed();
        this.startedAt = time.startedAt();
        take(time);
    }

    static AttemptRecord start(AccountId learner, UUID run, String unitKey, BlobId quiz, int number, AttemptTime time) {
        return new AttemptRecord(learner, run, unitKey, quiz, number, time);
    }

    /** Its clock goes by other times from now on. */
    void take(AttemptTime time) {
        dueAt = time.due();
        limitSeconds = Math.toIntExact(time.limit().toSeconds());
        extraSeconds = Math.toIntExact(time.extra().toSeconds());
        creditedSeconds = Math.toIntExact(time.credited().toSeconds());
    }

    void submit(Grade grade, Instant at, EndedBy by) {
        state = AttemptState.SUBMITTED;
        submittedAt = at;
        endedBy = by;
        regrade(grade);
    }

    /** It has no score while something of it waits for marks. Returns whether what it is worth is another. */
    boolean regrade(Grade grade) {
        Double before = score;
        boolean passedBefore = Boolean.TRUE.equals(passed);
        points = grade.complete() ? (Double) grade.points() : null;
        score = grade.complete() ? (Double) grade.score() : null;
        passed = grade.complete() ? (Boolean) grade.passed() : null;
        return !Objects.equals(before, score) || passedBefore != Boolean.TRUE.equals(passed);
    }

    /** Whether it is submitted and something of it waits for marks. */
    boolean waiting() {
        return !open() && score == null;
    }

    /** It is graded by this key, which a correction made hold. */
    void gradeBy(CorrectedKeys.Correction correction) {
        keySha256 = correction.key().sha256();
        regradeId = correction.regrade();
    }

    /** A correction was looked at, and the key of before goes on counting. */
    void keepKey(UUID regrade) {
        regradeId = regrade;
    }

    /** The correction that was looked at last, also where the key of before goes on counting. */
    Optional<UUID> regraded() {
        return Optional.ofNullable(regradeId);
    }

    /** @param statement that the learner agreed to when it began, as its hash */
    void agree(String statement) {
        honourSha256 = statement;
        honourAgreedAt = startedAt;
    }

    HonourStatement.@Nullable Agreed agreed() {
        return honourSha256 == null || honourAgreedAt == null
                ? null
                : new HonourStatement.Agreed(honourAgreedAt, honourSha256);
    }

    boolean open() {
        return state == AttemptState.OPEN;
    }

    AttemptId id() {
        return id;
    }

    AccountId learner() {
        return new AccountId(learnerId);
    }

    UUID run() {
        return runId;
    }

    String unitKey() {
        return unitKey;
    }

    BlobId quiz() {
        return new BlobId(quizSha256);
    }

    /** The file with the key that it is graded by. */
    BlobId key() {
        return keySha256 == null ? quiz() : new BlobId(keySha256);
    }

    int number() {
        return number;
    }

    long seed() {
        return seed;
    }

    AttemptTime time() {
        return new AttemptTime(
                startedAt,
                dueAt,
                Duration.ofSeconds(limitSeconds),
                Duration.ofSeconds(extraSeconds),
                Duration.ofSeconds(creditedSeconds));
    }

    AttemptSummary seen() {
        return new AttemptSummary(
                id,
                number,
                state,
                startedAt,
                submittedAt,
                score,
                Boolean.TRUE.equals(passed),
                time(),
                endedBy,
                waiting());
    }
}
