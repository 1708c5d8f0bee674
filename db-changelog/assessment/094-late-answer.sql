--liquibase formatted sql

--changeset collegium:assessment-094
-- Answers that came after their attempt had ended, so that they do not count: when, and the hash of what came, but not what it said.
CREATE TABLE quiz_late_answer (
    attempt_id   UUID        NOT NULL,
    question_key VARCHAR(64) NOT NULL COLLATE ascii_bin,
    came_at      DATETIME(6) NOT NULL COMMENT 'when the latest one came that was another than the one before',
    sha256       CHAR(64)    NOT NULL COLLATE ascii_bin,
    PRIMARY KEY (attempt_id, question_key),
    CONSTRAINT quiz_late_answer_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_late_answer;
