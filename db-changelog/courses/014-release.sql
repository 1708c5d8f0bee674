--liquibase formatted sql

--changeset collegium:courses-014
ALTER TABLE course_version ADD COLUMN notes MEDIUMTEXT NULL COMMENT 'Markdown: what its publisher says of it; NULL for nothing';
--rollback ALTER TABLE course_version DROP COLUMN notes;

--changeset collegium:courses-015
-- Which versions a run had before the one that it has.
CREATE TABLE course_run_move (
    id           UUID        NOT NULL PRIMARY KEY,
    run_id       UUID        NOT NULL,
    from_version UUID        NOT NULL,
    to_version   UUID        NOT NULL,
    moved_at     DATETIME(6) NOT NULL,
    moved_by     UUID        NULL COMMENT 'person: who gave the run another version, for the course''s staff; NULL when the platform did, and after erasure',
    INDEX course_run_move_of (run_id, moved_at),
    INDEX course_run_move_by (moved_by),
    CONSTRAINT course_run_move_run FOREIGN KEY (run_id) REFERENCES course_run (id),
    CONSTRAINT course_run_move_from FOREIGN KEY (from_version) REFERENCES course_version (id),
    CONSTRAINT course_run_move_to FOREIGN KEY (to_version) REFERENCES course_version (id)
);
--rollback DROP TABLE course_run_move;

--changeset collegium:courses-016
-- When a section of a run opens and is due: on a date, or days after the run opens or after a learner joined; one of the three at most.
CREATE TABLE course_run_section (
    run_id              UUID        NOT NULL,
    section_key         VARCHAR(64) NOT NULL COLLATE ascii_bin,
    opens_at            DATETIME(6) NULL,
    opens_after_start   INT         NULL COMMENT 'days',
    opens_after_joining INT         NULL COMMENT 'days',
    due_at              DATETIME(6) NULL,
    due_after_start     INT         NULL COMMENT 'days',
    due_after_joining   INT         NULL COMMENT 'days',
    PRIMARY KEY (run_id, section_key),
    CONSTRAINT course_run_section_run FOREIGN KEY (run_id) REFERENCES course_run (id)
);
--rollback DROP TABLE course_run_section;

--changeset collegium:courses-017
-- A course that will leave the catalogue, or has left it, with notice.
CREATE TABLE course_retirement (
    course_id    UUID          NOT NULL PRIMARY KEY,
    retires_at   DATETIME(6)   NOT NULL,
    message      VARCHAR(2000) NOT NULL COMMENT 'what learners are told; may be empty',
    successor_id UUID          NULL COMMENT 'the course that takes its place',
    announced_by UUID          NULL COMMENT 'person: who announced it, for the course''s staff; NULL after erasure',
    announced_at DATETIME(6)   NOT NULL,
    done_at      DATETIME(6)   NULL,
    INDEX course_retirement_due (done_at, retires_at),
    INDEX course_retirement_by (announced_by),
    CONSTRAINT course_retirement_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE,
    CONSTRAINT course_retirement_successor FOREIGN KEY (successor_id) REFERENCES course (id) ON DELETE SET NULL
);
--rollback DROP TABLE course_retirement;
