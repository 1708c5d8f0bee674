--liquibase formatted sql

--changeset collegium:labs-001
-- A submission is the job of its own grading: any node takes it, holds it for a while, and writes the grade once.
CREATE TABLE lab_submission (
    id           UUID        NOT NULL PRIMARY KEY,
    learner_id   UUID        NOT NULL COMMENT 'person: whose work it is; the row goes with the account',
    run_id       UUID        NOT NULL,
    version_id   UUID        NOT NULL COMMENT 'the course version whose lab was worked on',
    unit_key     VARCHAR(64) NOT NULL COLLATE ascii_bin,
    number       INT         NOT NULL,
    state        VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'WAITING, GRADING or GRADED',
    submitted_at DATETIME(6) NOT NULL,
    not_before   DATETIME(6) NOT NULL COMMENT 'when it may be taken, or taken again',
    holder       UUID        NULL COMMENT 'who grades it now; a grade from anybody else is not taken',
    tries        INT         NOT NULL,
    graded_at    DATETIME(6) NULL,
    points       DOUBLE      NULL,
    max_points   DOUBLE      NULL,
    passed       BOOLEAN     NULL,
    work         LONGTEXT    NOT NULL COMMENT 'JSON: the cells',
    report       LONGTEXT    NULL COMMENT 'JSON: what each test gave, and the evidence',
    CONSTRAINT lab_submission_number UNIQUE (learner_id, run_id, unit_key, number),
    INDEX lab_submission_queue (state, not_before),
    INDEX lab_submission_run (run_id, unit_key)
);
--rollback DROP TABLE lab_submission;
