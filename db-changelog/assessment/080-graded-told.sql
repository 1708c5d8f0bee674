--liquibase formatted sql

--changeset collegium:assessment-080
-- Learners are told once that an attempt is graded, also where the tests of its code came last. What was graded before there were such
-- mails is told to nobody.
ALTER TABLE quiz_code_result
    ADD COLUMN tell_at DATETIME(6) NULL COMMENT 'when it is to be seen whether its learner can be told; null while there is nothing to tell',
    ADD COLUMN told_at DATETIME(6) NULL COMMENT 'when it was seen to for its whole attempt',
    ADD INDEX quiz_code_result_tell (tell_at);
UPDATE quiz_code_result SET told_at = graded_at WHERE state = 'GRADED';
--rollback ALTER TABLE quiz_code_result DROP INDEX quiz_code_result_tell, DROP COLUMN tell_at, DROP COLUMN told_at;
