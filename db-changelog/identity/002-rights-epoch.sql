--liquibase formatted sql

--changeset collegium:identity-002
-- Grows when what the person may do, or is called, changes; open sessions then read it again.
ALTER TABLE account ADD COLUMN rights_epoch INT NOT NULL DEFAULT 0;
--rollback ALTER TABLE account DROP COLUMN rights_epoch;
