--liquibase formatted sql

--changeset collegium:enrolment-001
CREATE TABLE enrolment (
    id           UUID        NOT NULL PRIMARY KEY,
    version      INT         NOT NULL,
    learner_id   UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    run_id       UUID        NOT NULL,
    course_id    UUID        NOT NULL,
    state        VARCHAR(16) NOT NULL,
    source       VARCHAR(16) NOT NULL,
    joined_at    DATETIME(6) NOT NULL,
    withdrawn_at DATETIME(6) NULL,
    CONSTRAINT enrolment_learner_run UNIQUE (learner_id, run_id),
    INDEX enrolment_run (run_id, state, joined_at),
    INDEX enrolment_learner (learner_id, state, joined_at)
);
--rollback DROP TABLE enrolment;

--changeset collegium:enrolment-002
-- How many seats of a run are taken. Its row is locked by whoever joins or leaves, so that a capacity is never exceeded.
CREATE TABLE run_seats (
    run_id  UUID NOT NULL PRIMARY KEY,
    version INT  NOT NULL,
    taken   INT  NOT NULL
);
--rollback DROP TABLE run_seats;
