--liquibase formatted sql

--changeset collegium:assessment-001
-- An attempt keeps the quiz it began with by the hash of its file, so that a new version changes nothing under way.
CREATE TABLE quiz_attempt (
    id           UUID        NOT NULL PRIMARY KEY,
    version      INT         NOT NULL,
    learner_id   UUID        NOT NULL COMMENT 'person: who answers; the row goes with the account',
    run_id       UUID        NOT NULL,
    unit_key     VARCHAR(64) NOT NULL COLLATE ascii_bin,
    quiz_sha256  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    number       INT         NOT NULL,
    state        VARCHAR(16) NOT NULL COLLATE ascii_bin,
    seed         BIGINT      NOT NULL COMMENT 'the order of options where they are shuffled',
    started_at   DATETIME(6) NOT NULL,
    submitted_at DATETIME(6) NULL,
    points       DOUBLE      NULL,
    score        DOUBLE      NULL,
    passed       BOOLEAN     NULL,
    CONSTRAINT quiz_attempt_number UNIQUE (learner_id, run_id, unit_key, number),
    INDEX quiz_attempt_run (run_id, unit_key)
);
--rollback DROP TABLE quiz_attempt;

--changeset collegium:assessment-002
CREATE TABLE quiz_answer (
    attempt_id   UUID        NOT NULL,
    question_key VARCHAR(64) NOT NULL COLLATE ascii_bin,
    answer       JSON        NOT NULL,
    sequence     BIGINT      NOT NULL COMMENT 'the highest wins',
    saved_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (attempt_id, question_key),
    CONSTRAINT quiz_answer_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE
);
--rollback DROP TABLE quiz_answer;
