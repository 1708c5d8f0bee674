--liquibase formatted sql

--changeset collegium:assessment-040
-- What the answers to a quiz of a run are graded by since its key was corrected; quiz_sha256 is the file that they were asked by.
CREATE TABLE quiz_correction (
    run_id      UUID        NOT NULL,
    unit_key    VARCHAR(64) NOT NULL COLLATE ascii_bin,
    quiz_sha256 VARCHAR(64) NOT NULL COLLATE ascii_bin,
    key_sha256  VARCHAR(64) NOT NULL COLLATE ascii_bin COMMENT 'the file with the key that holds now',
    regrade_id  UUID        NOT NULL COMMENT 'that made it hold',
    PRIMARY KEY (run_id, unit_key, quiz_sha256)
);
--rollback DROP TABLE quiz_correction;

--changeset collegium:assessment-041
ALTER TABLE quiz_attempt
    ADD COLUMN key_sha256 VARCHAR(64) NULL COLLATE ascii_bin COMMENT 'what it is graded by; null for the file it was asked by',
    ADD COLUMN regrade_id UUID        NULL COMMENT 'the last correction that was taken into account';
--rollback ALTER TABLE quiz_attempt DROP COLUMN key_sha256, DROP COLUMN regrade_id;

--changeset collegium:assessment-042
CREATE TABLE quiz_regrade (
    id            UUID         NOT NULL PRIMARY KEY,
    run_id        UUID         NOT NULL,
    unit_key      VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    quiz_sha256   VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'the file that its attempts were asked by',
    before_sha256 VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'the key that held when it began',
    key_sha256    VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'the key that it makes hold',
    rule          VARCHAR(16)  NULL COLLATE ascii_bin COMMENT 'BETTER or EXACT; null until it is applied',
    reason        VARCHAR(500) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    undoes        UUID         NULL COMMENT 'the regrade whose earlier key it brings back',
    state         VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    under_way     VARCHAR(140) NULL COLLATE ascii_bin COMMENT 'run and quiz until it is over, so that there is one at a time',
    begun_by      UUID         NULL COMMENT 'person: who wants it, for the partner''s staff; NULL after erasure',
    begun_at      DATETIME(6)  NOT NULL,
    applied_by    UUID         NULL COMMENT 'person: who decided, for the partner''s staff; NULL after erasure',
    ended_at      DATETIME(6)  NULL,
    CONSTRAINT quiz_regrade_under_way UNIQUE (under_way),
    INDEX quiz_regrade_quiz (run_id, unit_key, begun_at),
    INDEX quiz_regrade_begun_by (begun_by),
    INDEX quiz_regrade_applied_by (applied_by)
);
--rollback DROP TABLE quiz_regrade;

--changeset collegium:assessment-043
-- An attempt in a regrade: what it was worth, and what it would be or is.
CREATE TABLE quiz_regrade_item (
    regrade_id      UUID        NOT NULL,
    attempt_id      UUID        NOT NULL,
    before_points   DOUBLE      NULL,
    before_possible DOUBLE      NULL,
    before_score    DOUBLE      NULL,
    before_passed   BOOLEAN     NULL,
    after_points    DOUBLE      NULL COMMENT 'null until it is graded',
    after_possible  DOUBLE      NULL,
    after_score     DOUBLE      NULL,
    after_passed    BOOLEAN     NULL,
    changed         BOOLEAN     NOT NULL DEFAULT FALSE,
    outcome         VARCHAR(16) NULL COLLATE ascii_bin COMMENT 'APPLIED or KEPT; null until it is written',
    settled_at      DATETIME(6) NULL,
    told_at         DATETIME(6) NULL,
    PRIMARY KEY (regrade_id, attempt_id),
    INDEX quiz_regrade_item_attempt (attempt_id),
    CONSTRAINT quiz_regrade_item_regrade FOREIGN KEY (regrade_id) REFERENCES quiz_regrade (id) ON DELETE CASCADE,
    CONSTRAINT quiz_regrade_item_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_regrade_item;

--changeset collegium:assessment-044
-- Points that a question of one attempt has at least, whatever the key says.
CREATE TABLE quiz_adjustment (
    attempt_id   UUID          NOT NULL,
    question_key VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    points       DOUBLE        NOT NULL,
    reason       VARCHAR(4000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    given_by     UUID          NULL COMMENT 'person: who gave them, for the partner''s staff; NULL after erasure',
    given_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (attempt_id, question_key),
    INDEX quiz_adjustment_given_by (given_by),
    CONSTRAINT quiz_adjustment_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_adjustment;

--changeset collegium:assessment-045
-- Each column is written once: what was asked, then what was answered.
CREATE TABLE quiz_appeal (
    id           UUID          NOT NULL PRIMARY KEY,
    attempt_id   UUID          NOT NULL,
    question_key VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    text         VARCHAR(4000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    points       DOUBLE        NOT NULL COMMENT 'that the answer had',
    state        VARCHAR(16)   NOT NULL COLLATE ascii_bin,
    appealed_at  DATETIME(6)   NOT NULL,
    reply_due_at DATETIME(6)   NOT NULL,
    reminded_at  DATETIME(6)   NULL,
    reply        VARCHAR(4000) NULL COLLATE utf8mb4_uca1400_ai_ci,
    granted      DOUBLE        NULL COMMENT 'the points that the answer has since',
    replied_by   UUID          NULL COMMENT 'person: who replied, for the partner''s staff; NULL after erasure',
    replied_at   DATETIME(6)   NULL,
    CONSTRAINT quiz_appeal_question UNIQUE (attempt_id, question_key),
    INDEX quiz_appeal_due (state, reply_due_at),
    INDEX quiz_appeal_replied_by (replied_by),
    CONSTRAINT quiz_appeal_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_appeal;

--changeset collegium:assessment-046
-- How long learners of a run may appeal, and by when they are to be answered; without a row the usual days.
CREATE TABLE quiz_appeal_setting (
    run_id      UUID        NOT NULL PRIMARY KEY,
    appeal_days INT         NOT NULL COMMENT 'after the result; 0 for no appeals',
    reply_days  INT         NOT NULL COMMENT 'after the appeal',
    changed_by  UUID        NULL COMMENT 'person: who set it last, for the partner''s staff; NULL after erasure',
    changed_at  DATETIME(6) NOT NULL,
    INDEX quiz_appeal_setting_by (changed_by)
);
--rollback DROP TABLE quiz_appeal_setting;

--changeset collegium:assessment-047
ALTER TABLE quiz_attempt
    ADD COLUMN honour_sha256    VARCHAR(64) NULL COLLATE ascii_bin COMMENT 'the statement that the learner agreed to',
    ADD COLUMN honour_agreed_at DATETIME(6) NULL;
--rollback ALTER TABLE quiz_attempt DROP COLUMN honour_sha256, DROP COLUMN honour_agreed_at;
