--liquibase formatted sql

--changeset collegium:assessment-092-group
-- What all learners of a group are given in a run's quizzes. What each of them has by it stands in quiz_accommodation.
CREATE TABLE quiz_group_accommodation (
    id             UUID         NOT NULL PRIMARY KEY,
    run_id         UUID         NOT NULL,
    group_id       UUID         NOT NULL COMMENT 'of run_group',
    unit_key       VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'empty for all quizzes of the run',
    extra_percent  INT          NOT NULL,
    extra_minutes  INT          NOT NULL,
    opens_at       DATETIME(6)  NULL COMMENT 'instead of the date for everybody',
    closes_at      DATETIME(6)  NULL,
    extra_attempts INT          NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    given_by       UUID         NULL COMMENT 'person: who gave it; forgotten with the account',
    given_at       DATETIME(6)  NOT NULL,
    CONSTRAINT quiz_group_accommodation_unit UNIQUE (group_id, unit_key),
    INDEX quiz_group_accommodation_run (run_id),
    INDEX quiz_group_accommodation_by (given_by)
);
--rollback DROP TABLE quiz_group_accommodation;

--changeset collegium:assessment-092-by
ALTER TABLE quiz_accommodation
    ADD COLUMN by_group UUID NULL COMMENT 'of quiz_group_accommodation, by which the learner has it; null when it was given to them alone';
--rollback ALTER TABLE quiz_accommodation DROP COLUMN by_group;
