--liquibase formatted sql

--changeset collegium:courses-017-job
-- Imports as jobs that outlive the node that works on them, and what became of each, for thirty days.
CREATE TABLE course_import_job (
    id           UUID          NOT NULL PRIMARY KEY,
    partner_id   UUID          NOT NULL,
    account_id   UUID          NULL COMMENT 'person: who began it, for the staff of the partner; NULL for a command of an operator, and after erasure',
    way          VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'UPLOAD, PATH or GIT',
    name         VARCHAR(300)  NOT NULL COMMENT 'what the source is called',
    place        VARCHAR(2000) NULL COLLATE utf8mb4_bin COMMENT 'where the source lies, unless it was uploaded',
    edits        VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'KEEP or REPLACE',
    phase        VARCHAR(16)   NOT NULL COLLATE ascii_bin,
    at_file      VARCHAR(500)  NULL,
    done         INT           NOT NULL DEFAULT 0,
    total        INT           NOT NULL DEFAULT 0,
    tries        INT           NOT NULL DEFAULT 0 COMMENT 'how often a node began with it',
    begun_at     DATETIME(6)   NOT NULL,
    cancelled_at DATETIME(6)   NULL COMMENT 'when somebody asked for its end',
    ended_at     DATETIME(6)   NULL,
    seen_at      DATETIME(6)   NULL COMMENT 'when whoever began it took note of its end',
    outcome      VARCHAR(16)   NULL COLLATE ascii_bin COMMENT 'CREATED, UPDATED, UNCHANGED, CONFLICTING, REFUSED, CANCELLED or FAILED',
    failure      VARCHAR(32)   NULL COLLATE ascii_bin COMMENT 'why it failed',
    failure_text VARCHAR(300)  NULL COMMENT 'what the text about it names',
    course_id    UUID          NULL COMMENT 'whose draft it made or changed, or would',
    things       LONGTEXT      NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(things)),
    report       LONGTEXT      NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(report)),
    INDEX course_import_job_partner (partner_id, begun_at),
    INDEX course_import_job_account (account_id, ended_at),
    INDEX course_import_job_course (course_id, begun_at),
    INDEX course_import_job_ended (ended_at)
);
--rollback DROP TABLE course_import_job;

--changeset collegium:courses-017-upload
-- Files that come in pieces. What is not gone on with for a day is forgotten.
CREATE TABLE course_upload (
    id         UUID         NOT NULL PRIMARY KEY,
    partner_id UUID         NOT NULL,
    account_id UUID         NULL COMMENT 'person: who sends it; the row goes with the account, its file soon after; NULL for a command of an operator',
    name       VARCHAR(300) NOT NULL,
    size       BIGINT       NOT NULL,
    changed_at BIGINT       NOT NULL COMMENT 'when the file was last changed, as the browser says it, so that the same one is known again',
    head       CHAR(64)     NOT NULL COLLATE ascii_bin COMMENT 'SHA-256 of how it begins',
    received   BIGINT       NOT NULL,
    heard_at   DATETIME(6)  NOT NULL COMMENT 'when the last piece came',
    import_id  UUID         NULL COMMENT 'the import that reads it, once it is whole',
    INDEX course_upload_account (account_id),
    INDEX course_upload_partner (partner_id),
    INDEX course_upload_heard (heard_at),
    INDEX course_upload_import (import_id)
);
--rollback DROP TABLE course_upload;

--changeset collegium:courses-017-earlier
-- What was remembered of imports that ended with their node.
DROP TABLE course_import;
--rollback CREATE TABLE course_import (
--rollback     id         UUID         NOT NULL PRIMARY KEY,
--rollback     account_id UUID         NOT NULL COMMENT 'person: who began it; the row goes with the account',
--rollback     name       VARCHAR(500) NOT NULL COMMENT 'what the source is called',
--rollback     started_at DATETIME(6)  NOT NULL,
--rollback     alive_at   DATETIME(6)  NOT NULL COMMENT 'when its node was last at it',
--rollback     outcome    VARCHAR(16)  NULL COLLATE ascii_bin COMMENT 'KEPT or NOT_KEPT; none while it goes on or when its node died',
--rollback     course_id  UUID         NULL COMMENT 'the course whose draft it made or changed',
--rollback     INDEX course_import_account (account_id, started_at),
--rollback     INDEX course_import_started (started_at)
--rollback );
