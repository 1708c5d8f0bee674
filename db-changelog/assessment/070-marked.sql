--liquibase formatted sql

--changeset collegium:assessment-070
-- A decision is somebody else's than the two markers'; where a run had nobody else, that is kept with it.
ALTER TABLE quiz_mark
    ADD COLUMN alone BOOLEAN NOT NULL DEFAULT false COMMENT 'a decision by one of the two markers, since nobody else could decide';
--rollback ALTER TABLE quiz_mark DROP COLUMN alone;

--changeset collegium:assessment-071
-- Learners are told once that an attempt is marked. What was marked before there were such mails is told to nobody.
ALTER TABLE quiz_marking
    ADD COLUMN tell_at DATETIME(6) NULL COMMENT 'when it is to be seen whether its learner can be told; null while there is nothing to tell',
    ADD COLUMN told_at DATETIME(6) NULL COMMENT 'when it was seen to for its whole attempt',
    ADD INDEX quiz_marking_tell (tell_at);
UPDATE quiz_marking SET told_at = submitted_at WHERE state = 'MARKED';
--rollback ALTER TABLE quiz_marking DROP INDEX quiz_marking_tell, DROP COLUMN tell_at, DROP COLUMN told_at;

--changeset collegium:assessment-072
-- Quizzes of runs whose instructors were told that everything is marked.
CREATE TABLE quiz_marked_told (
    run_id   UUID        NOT NULL,
    unit_key VARCHAR(64) NOT NULL COLLATE ascii_bin,
    told_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (run_id, unit_key)
);
INSERT INTO quiz_marked_told (run_id, unit_key, told_at)
SELECT run_id, unit_key, MAX(submitted_at) FROM quiz_marking GROUP BY run_id, unit_key HAVING SUM(state <> 'MARKED') = 0;
--rollback DROP TABLE quiz_marked_told;
