--liquibase formatted sql

--changeset collegium:assessment-010
-- What instructors set for a quiz of a run; what is null is as the quiz itself says.
CREATE TABLE quiz_setting (
    run_id             UUID         NOT NULL,
    unit_key           VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    opens_at           DATETIME(6)  NULL,
    closes_at          DATETIME(6)  NULL,
    time_limit_minutes INT          NULL COMMENT '0 for none',
    attempts           INT          NULL COMMENT '0 for as many as one likes',
    password           VARCHAR(200) NULL COMMENT 'encoded; null for none',
    changed_by         UUID         NULL COMMENT 'person: who set it last; forgotten with the account',
    changed_at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (run_id, unit_key),
    INDEX quiz_setting_by (changed_by)
);
--rollback DROP TABLE quiz_setting;

--changeset collegium:assessment-011
CREATE TABLE quiz_accommodation (
    id             UUID         NOT NULL PRIMARY KEY,
    run_id         UUID         NOT NULL,
    unit_key       VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'empty for all quizzes of the run',
    learner_id     UUID         NOT NULL COMMENT 'person: who is given it; the row goes with the account',
    extra_percent  INT          NOT NULL,
    extra_minutes  INT          NOT NULL,
    opens_at       DATETIME(6)  NULL COMMENT 'instead of the date for everybody',
    closes_at      DATETIME(6)  NULL,
    extra_attempts INT          NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    given_by       UUID         NULL COMMENT 'person: who gave it; forgotten with the account',
    given_at       DATETIME(6)  NOT NULL,
    CONSTRAINT quiz_accommodation_learner UNIQUE (run_id, learner_id, unit_key),
    INDEX quiz_accommodation_person (learner_id),
    INDEX quiz_accommodation_by (given_by)
);
--rollback DROP TABLE quiz_accommodation;

--changeset collegium:assessment-012
-- The clock of an attempt. It has none where due_at is null.
ALTER TABLE quiz_attempt
    ADD COLUMN due_at           DATETIME(6) NULL COMMENT 'with all that was credited',
    ADD COLUMN limit_seconds    INT         NOT NULL DEFAULT 0 COMMENT '0 for none',
    ADD COLUMN extra_seconds    INT         NOT NULL DEFAULT 0,
    ADD COLUMN credited_seconds INT         NOT NULL DEFAULT 0 COMMENT 'for outages of the platform',
    ADD COLUMN ended_by         VARCHAR(16) NULL COLLATE ascii_bin COMMENT 'null while it is open, and of before',
    ADD INDEX quiz_attempt_due (state, due_at),
    ADD INDEX quiz_attempt_open (state, run_id);
--rollback ALTER TABLE quiz_attempt DROP INDEX quiz_attempt_due, DROP INDEX quiz_attempt_open, DROP COLUMN due_at, DROP COLUMN limit_seconds, DROP COLUMN extra_seconds, DROP COLUMN credited_seconds, DROP COLUMN ended_by;

--changeset collegium:assessment-013
-- When any node was last heard. Whoever finds that too long ago holds the row, so that an outage is noticed once.
CREATE TABLE platform_pulse (
    id      TINYINT     NOT NULL PRIMARY KEY CHECK (id = 1),
    beat_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE platform_pulse;

--changeset collegium:assessment-014
CREATE TABLE platform_outage (
    id       UUID        NOT NULL PRIMARY KEY,
    began_at DATETIME(6) NOT NULL COMMENT 'the last sign of life before',
    ended_at DATETIME(6) NOT NULL COMMENT 'the first one after',
    INDEX platform_outage_began (began_at)
);
--rollback DROP TABLE platform_outage;

--changeset collegium:assessment-015
CREATE TABLE quiz_credit (
    attempt_id UUID NOT NULL,
    outage_id  UUID NOT NULL,
    seconds    INT  NOT NULL COMMENT 'by which the attempt may take longer',
    PRIMARY KEY (attempt_id, outage_id),
    CONSTRAINT quiz_credit_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE,
    CONSTRAINT quiz_credit_outage FOREIGN KEY (outage_id) REFERENCES platform_outage (id)
);
--rollback DROP TABLE quiz_credit;
