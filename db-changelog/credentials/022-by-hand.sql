--liquibase formatted sql

--changeset collegium:credentials-023
ALTER TABLE issuing_item ADD COLUMN by_hand VARCHAR(500) NULL COMMENT 'person: why it is given without the course being completed here; the row goes with the account';
--rollback ALTER TABLE issuing_item DROP COLUMN by_hand;
