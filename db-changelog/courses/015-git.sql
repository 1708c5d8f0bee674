--liquibase formatted sql

--changeset collegium:courses-015
-- Where a course lives in a Git repository of its partner, how one gets there, and the job that goes on or went on last. Token and
-- secret are encrypted under the master key and bound to the course.
CREATE TABLE course_git (
    course_id      UUID          NOT NULL PRIMARY KEY,
    address        VARCHAR(1000) NOT NULL COLLATE utf8mb4_bin,
    branch         VARCHAR(200)  NOT NULL COLLATE utf8mb4_bin,
    folder         VARCHAR(240)  NOT NULL COLLATE utf8mb4_bin,
    user_name      VARCHAR(200)  NOT NULL COLLATE utf8mb4_bin COMMENT 'of an account on that server, mostly of a machine',
    token          VARBINARY(2000) NULL,
    token_master   CHAR(16)      NULL COLLATE ascii_bin COMMENT 'which master key encrypts it',
    secret         VARBINARY(500) NULL COMMENT 'of the webhook',
    secret_master  CHAR(16)      NULL COLLATE ascii_bin,
    known_commit   VARCHAR(64)   NULL COLLATE ascii_bin COMMENT 'the newest commit of the branch that the draft has, or was sent as',
    job            VARCHAR(16)   NULL COLLATE ascii_bin COMMENT 'LOOK, UPDATE, REPLACE or PUSH',
    job_details    LONGTEXT      NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(job_details)),
    asked_at       DATETIME(6)   NULL,
    asked_by       UUID          NULL COMMENT 'person: who asked for the job, for the course''s staff; NULL when the repository did, and after erasure',
    begun_at       DATETIME(6)   NULL,
    ended_at       DATETIME(6)   NULL,
    outcome        LONGTEXT      NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(outcome)),
    INDEX course_git_asked_by (asked_by),
    CONSTRAINT course_git_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_git;

--changeset collegium:courses-015-delivery
-- What a webhook said within the last days, so that nobody says it again for it.
CREATE TABLE course_git_delivery (
    course_id   UUID        NOT NULL,
    content     CHAR(64)    NOT NULL COLLATE ascii_bin COMMENT 'SHA-256 of what was said',
    received_at DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, content),
    INDEX course_git_delivery_received (received_at),
    CONSTRAINT course_git_delivery_course FOREIGN KEY (course_id) REFERENCES course_git (course_id) ON DELETE CASCADE
);
--rollback DROP TABLE course_git_delivery;

--changeset collegium:courses-015-origin
-- From which commit a draft was imported, and the draft of a version.
ALTER TABLE course_draft ADD COLUMN origin_address VARCHAR(1000) NULL COLLATE utf8mb4_bin AFTER course_file;
ALTER TABLE course_draft ADD COLUMN origin_commit VARCHAR(64) NULL COLLATE ascii_bin AFTER origin_address;
ALTER TABLE course_version ADD COLUMN origin_address VARCHAR(1000) NULL COLLATE utf8mb4_bin AFTER course_file;
ALTER TABLE course_version ADD COLUMN origin_commit VARCHAR(64) NULL COLLATE ascii_bin AFTER origin_address;
ALTER TABLE course_version ADD COLUMN origin_edited BOOLEAN NULL
    COMMENT 'whether the draft was edited after the commit was imported' AFTER origin_commit;
--rollback ALTER TABLE course_version DROP COLUMN origin_edited;
--rollback ALTER TABLE course_version DROP COLUMN origin_commit;
--rollback ALTER TABLE course_version DROP COLUMN origin_address;
--rollback ALTER TABLE course_draft DROP COLUMN origin_commit;
--rollback ALTER TABLE course_draft DROP COLUMN origin_address;
