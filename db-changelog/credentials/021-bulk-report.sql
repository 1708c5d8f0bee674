--liquibase formatted sql

--changeset collegium:credentials-022
-- A dry issue looks at everybody and issues nothing. What became of each part is kept with the reason, so that it can be read later.
ALTER TABLE issuing ADD COLUMN dry BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE issuing_item
    ADD COLUMN learner_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL DEFAULT '' COMMENT 'person: the name as it was; the row goes with the account',
    ADD COLUMN course_title VARCHAR(500) COLLATE utf8mb4_uca1400_ai_ci NOT NULL DEFAULT '',
    ADD COLUMN missing LONGTEXT NULL COMMENT 'what stood between, as keys of sentences and what fills them';
--rollback ALTER TABLE issuing_item DROP COLUMN missing, DROP COLUMN course_title, DROP COLUMN learner_name;
--rollback ALTER TABLE issuing DROP COLUMN dry;
