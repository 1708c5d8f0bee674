--liquibase formatted sql

--changeset collegium:labs-020
-- How far a grading is, for whoever waits for it; written while it lasts longer than a moment.
ALTER TABLE lab_submission
    ADD COLUMN stage      VARCHAR(16) NULL COLLATE ascii_bin COMMENT 'CELLS or TESTS; null outside of grading' AFTER tries,
    ADD COLUMN steps_done INT         NULL AFTER stage,
    ADD COLUMN steps_of   INT         NULL AFTER steps_done,
    MODIFY COLUMN state VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'WAITING, GRADING, GRADED or CANCELLED';
--rollback ALTER TABLE lab_submission DROP COLUMN stage, DROP COLUMN steps_done, DROP COLUMN steps_of, MODIFY COLUMN state VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'WAITING, GRADING or GRADED';
