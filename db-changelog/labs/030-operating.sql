--liquibase formatted sql

--changeset collegium:labs-030
-- What operators see of the queue, and what they may say of a submission that cannot be graded.
ALTER TABLE lab_submission
    ADD COLUMN node    VARCHAR(100)  NULL COMMENT 'the node that grades it, or did last',
    ADD COLUMN trouble VARCHAR(1000) NULL COMMENT 'why it was not graded when it was tried last, for operators',
    ADD COLUMN told    VARCHAR(500)  NULL COMMENT 'why it is not graded at all, for the learner; with state CANCELLED',
    ADD INDEX lab_submission_graded (graded_at);
--rollback ALTER TABLE lab_submission DROP INDEX lab_submission_graded, DROP COLUMN node, DROP COLUMN trouble, DROP COLUMN told;
