--liquibase formatted sql

--changeset collegium:learning-010
-- A version on its way to runs. A job moves the runs and carries their learners over, one after the other.
CREATE TABLE roll_out (
    id          UUID        NOT NULL PRIMARY KEY,
    course_id   UUID        NOT NULL,
    version_id  UUID        NOT NULL,
    mails       BOOLEAN     NOT NULL COMMENT 'whether learners get a mail',
    begun_by    UUID        NULL COMMENT 'person: who began it, for the course''s staff; forgotten with the account',
    begun_at    DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    INDEX roll_out_course (course_id, begun_at),
    INDEX roll_out_begun_by (begun_by)
);
--rollback DROP TABLE roll_out;

--changeset collegium:learning-011
-- One run of a roll-out. A run is in one open roll-out at most.
CREATE TABLE roll_out_run (
    roll_out_id  UUID        NOT NULL,
    run_id       UUID        NOT NULL,
    from_version UUID        NOT NULL COMMENT 'what the run had when it was looked at',
    open_run     UUID        NULL COMMENT 'the run while this is open',
    outcome      VARCHAR(16) NULL COLLATE ascii_bin COMMENT 'MOVED, or CHANGED when the run had another version by then',
    moved_at     DATETIME(6) NULL,
    finished_at  DATETIME(6) NULL,
    PRIMARY KEY (roll_out_id, run_id),
    CONSTRAINT roll_out_run_open UNIQUE (open_run),
    INDEX roll_out_run_of (run_id),
    CONSTRAINT roll_out_run_roll_out FOREIGN KEY (roll_out_id) REFERENCES roll_out (id) ON DELETE CASCADE
);
--rollback DROP TABLE roll_out_run;

--changeset collegium:learning-012
-- A learner who was carried over, and what it meant for them; written with their progress, so that nobody is carried twice.
CREATE TABLE roll_out_learner (
    roll_out_id  UUID        NOT NULL,
    run_id       UUID        NOT NULL,
    learner_id   UUID        NOT NULL COMMENT 'person: who learns; the row goes with the account',
    before_done  INT         NOT NULL,
    before_total INT         NOT NULL,
    after_done   INT         NOT NULL,
    after_total  INT         NOT NULL,
    completed    BOOLEAN     NOT NULL COMMENT 'whether the course is complete for them',
    carried_at   DATETIME(6) NOT NULL,
    read_at      DATETIME(6) NULL COMMENT 'when the learner put the notice away',
    PRIMARY KEY (roll_out_id, run_id, learner_id),
    INDEX roll_out_learner_notice (learner_id, run_id, carried_at),
    CONSTRAINT roll_out_learner_run FOREIGN KEY (roll_out_id, run_id)
        REFERENCES roll_out_run (roll_out_id, run_id) ON DELETE CASCADE
);
--rollback DROP TABLE roll_out_learner;
