--liquibase formatted sql

--changeset collegium:activity-070
-- Work whose fields are filled in one after the other, without a way back: their order, and at which of them it is.
ALTER TABLE work_journal
    ADD COLUMN steps TEXT NULL COLLATE ascii_bin COMMENT 'fields in their order, between blanks; null where every field can be saved at any time',
    ADD COLUMN step  INT  NOT NULL DEFAULT 0 COMMENT 'the field whose turn it is, from 0; as many as there are after the last one';
UPDATE work_journal work
JOIN (
    SELECT work_id, MAX(CAST(content AS UNSIGNED)) AS place FROM work_entry
    WHERE field = 'sitting:place' AND content REGEXP '^[0-9]{1,4}$' GROUP BY work_id
) kept ON kept.work_id = work.id
SET work.step = kept.place;
--rollback ALTER TABLE work_journal DROP COLUMN steps, DROP COLUMN step;
