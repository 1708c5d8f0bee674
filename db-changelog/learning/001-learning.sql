--liquibase formatted sql

--changeset collegium:learning-001
-- What happened, never changed. A unit key of '' stands for the course itself. The occasion tells repeated facts of one kind apart.
CREATE TABLE learning_event (
    id         UUID        NOT NULL PRIMARY KEY,
    learner_id UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id     UUID        NOT NULL,
    unit_key   VARCHAR(64) NOT NULL COLLATE ascii_bin,
    kind       VARCHAR(16) NOT NULL COLLATE ascii_bin,
    occasion   VARCHAR(32) NOT NULL COLLATE ascii_bin,
    score      DOUBLE      NULL,
    passed     BOOLEAN     NULL,
    at         DATETIME(6) NOT NULL,
    CONSTRAINT learning_event_once UNIQUE (learner_id, run_id, unit_key, kind, occasion),
    INDEX learning_event_run (run_id)
);
--rollback DROP TABLE learning_event;

--changeset collegium:learning-002
-- Derived from learning_event and the outline of the run's version; can be made again at any time.
CREATE TABLE course_progress (
    learner_id       UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id           UUID        NOT NULL,
    version          INT         NOT NULL,
    done             INT         NOT NULL,
    total            INT         NOT NULL,
    stuck            INT         NOT NULL,
    last_activity_at DATETIME(6) NULL,
    completed_at     DATETIME(6) NULL,
    PRIMARY KEY (learner_id, run_id),
    INDEX course_progress_run (run_id, completed_at)
);
CREATE TABLE unit_progress (
    learner_id   UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id       UUID        NOT NULL,
    unit_key     VARCHAR(64) NOT NULL COLLATE ascii_bin,
    opened_at    DATETIME(6) NULL,
    completed_at DATETIME(6) NULL,
    completed_by VARCHAR(16) NULL COLLATE ascii_bin,
    score        DOUBLE      NULL,
    scored_at    DATETIME(6) NULL,
    failures     INT         NOT NULL,
    last_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (learner_id, run_id, unit_key),
    CONSTRAINT unit_progress_course FOREIGN KEY (learner_id, run_id)
        REFERENCES course_progress (learner_id, run_id) ON DELETE CASCADE
);
--rollback DROP TABLE unit_progress;
--rollback DROP TABLE course_progress;

--changeset collegium:learning-003
-- Where a learner stopped, on whatever device.
CREATE TABLE resume_point (
    learner_id UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id     UUID        NOT NULL,
    unit_key   VARCHAR(64) NOT NULL COLLATE ascii_bin,
    place      INT         NOT NULL,
    at         DATETIME(6) NOT NULL,
    PRIMARY KEY (learner_id, run_id)
);
--rollback DROP TABLE resume_point;
