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
