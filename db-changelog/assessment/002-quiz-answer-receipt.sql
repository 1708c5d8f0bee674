--liquibase formatted sql

--changeset collegium:assessment-003
-- Rows are answers that counted, written when the attempt is submitted; until then answers are in the work journal. Those without a
-- hash are from before, also of attempts that were open then.
ALTER TABLE quiz_answer
    ADD COLUMN sha256 VARCHAR(64) NULL COLLATE ascii_bin COMMENT 'of the answer as the journal kept it',
    MODIFY COLUMN sequence BIGINT NOT NULL COMMENT 'the revision in the journal; of before, grew with each change';
--rollback ALTER TABLE quiz_answer DROP COLUMN sha256, MODIFY COLUMN sequence BIGINT NOT NULL COMMENT 'the highest wins';
