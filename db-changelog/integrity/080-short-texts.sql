--liquibase formatted sql

--changeset collegium:integrity-080
ALTER TABLE integrity_comparison
    ADD COLUMN short_texts INT NOT NULL DEFAULT 0 COMMENT 'too short to be compared; not among the texts';
--rollback ALTER TABLE integrity_comparison DROP COLUMN short_texts;
