--liquibase formatted sql

--changeset collegium:labs-040
-- That a learner was written to about a grade that is another one now, so that nobody is told twice.
ALTER TABLE lab_regrade_item
    ADD COLUMN told_at DATETIME(6) NULL COMMENT 'when its learner was told; null before, and where nothing was to be told';
UPDATE lab_regrade_item item JOIN lab_regrade regrade ON regrade.id = item.regrade_id
SET item.told_at = COALESCE(regrade.ended_at, regrade.begun_at) WHERE item.outcome = 'APPLIED';
--rollback ALTER TABLE lab_regrade_item DROP COLUMN told_at;
