--liquibase formatted sql

--changeset collegium:courses-006
-- Imports that people follow, so that one that a node took with it when it died is told to whoever waits for it.
CREATE TABLE course_import (
    id         UUID         NOT NULL PRIMARY KEY,
    account_id UUID         NOT NULL COMMENT 'person: who began it; the row goes with the account',
    name       VARCHAR(500) NOT NULL COMMENT 'what the source is called',
    started_at DATETIME(6)  NOT NULL,
    alive_at   DATETIME(6)  NOT NULL COMMENT 'when its node was last at it',
    outcome    VARCHAR(16)  NULL COLLATE ascii_bin COMMENT 'KEPT or NOT_KEPT; none while it goes on or when its node died',
    course_id  UUID         NULL COMMENT 'the course whose draft it made or changed',
    INDEX course_import_account (account_id, started_at),
    INDEX course_import_started (started_at)
);
--rollback DROP TABLE course_import;
