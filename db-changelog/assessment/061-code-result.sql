--liquibase formatted sql

--changeset collegium:assessment-062
-- Code that is an answer, one row for each way in which it is graded: with corrected tests it is run anew, and what the earlier ones gave
-- stays. A row waits until somebody with a sandbox takes it; they hold it for a while, and its time is then in the future.
CREATE TABLE quiz_code_result (
    id           UUID         NOT NULL PRIMARY KEY,
    attempt_id   UUID         NOT NULL,
    question_key VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    plan_sha256  VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'by what it is graded: tests, solution, limits',
    quiz_sha256  VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'the file of the quiz that has them',
    state        VARCHAR(16)  NOT NULL COLLATE ascii_bin COMMENT 'WAITING, GRADED',
    share        DOUBLE       NULL COMMENT 'of the points of the question, 0 to 1',
    result       JSON         NULL COMMENT 'what each test gave',
    evidence     VARCHAR(64)  NULL COLLATE ascii_bin COMMENT 'SHA-256 of points and outcomes',
    asked_at     DATETIME(6)  NOT NULL,
    not_before   DATETIME(6)  NOT NULL COMMENT 'when it may be taken, again if nobody is at work any more',
    holder       UUID         NULL COMMENT 'which thread of which node is at work; no person',
    tries        INT          NOT NULL,
    trouble      VARCHAR(500) NULL COMMENT 'why it was put off, for operators',
    graded_at    DATETIME(6)  NULL,
    CONSTRAINT quiz_code_result_plan UNIQUE (attempt_id, question_key, plan_sha256),
    INDEX quiz_code_result_waiting (state, not_before, id),
    CONSTRAINT quiz_code_result_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_code_result;
