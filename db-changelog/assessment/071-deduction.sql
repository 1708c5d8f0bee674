--liquibase formatted sql

--changeset collegium:assessment-073
-- Points that a verdict takes away from an attempt. A changed verdict changes the row of its source, or takes it out.
CREATE TABLE quiz_deduction (
    source_id    UUID          NOT NULL PRIMARY KEY COMMENT 'of the verdict, in the module that gives it',
    attempt_id   UUID          NOT NULL,
    question_key VARCHAR(64)   NOT NULL COLLATE ascii_bin COMMENT 'empty for all questions',
    keeps        DOUBLE        NOT NULL COMMENT 'the share of the points that stays, 0 to 1',
    reason       VARCHAR(2000) NOT NULL,
    given_by     UUID          NULL COMMENT 'person: who decided; forgotten with the account',
    given_at     DATETIME(6)   NOT NULL,
    INDEX quiz_deduction_by (given_by),
    CONSTRAINT quiz_deduction_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_deduction;
