--liquibase formatted sql

--changeset collegium:labs-010
-- What trying a lab gave, by its content and by what it was tried in; the same is not tried twice.
CREATE TABLE lab_check (
    id         UUID          NOT NULL PRIMARY KEY,
    plan       CHAR(64)      NOT NULL COLLATE ascii_bin COMMENT 'SHA-256 of cells, limits and data',
    runtime    VARCHAR(64)   NOT NULL COLLATE ascii_bin COMMENT 'SHA-256 of interpreter, packages and scripts; empty while any will do',
    source     LONGTEXT      NOT NULL COMMENT 'JSON: the files it consists of, by their content',
    asked_at   DATETIME(6)   NOT NULL,
    obstacle   VARCHAR(2000) NULL COMMENT 'why it could not be tried at last',
    checked_at DATETIME(6)   NULL,
    passed     BOOLEAN       NULL,
    result     LONGTEXT      NULL COMMENT 'JSON: what was earned, and what it took',
    CONSTRAINT lab_check_once UNIQUE (plan, runtime)
);
--rollback DROP TABLE lab_check;
