--liquibase formatted sql

--changeset collegium:integrity-070
ALTER TABLE integrity_party
    ADD COLUMN takes_percent INT NULL COMMENT 'of the points, by a verdict that reduces them; else null';
--rollback ALTER TABLE integrity_party DROP COLUMN takes_percent;
