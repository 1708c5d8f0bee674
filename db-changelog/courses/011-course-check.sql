--liquibase formatted sql

--changeset collegium:courses-011
-- What looking at the content of a unit gave: by content, kind and language, so that only what has changed is looked at
-- again, and courses that share a content share the work. Rows by older rules are written anew when they are needed.
CREATE TABLE course_check (
    content    CHAR(64)    NOT NULL COLLATE ascii_bin,
    kind       VARCHAR(32) NOT NULL COLLATE ascii_bin,
    language   VARCHAR(35) NOT NULL COLLATE ascii_bin,
    rules      INT         NOT NULL,
    result     LONGTEXT    NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(result)),
    checked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (content, kind, language),
    INDEX course_check_checked_at (checked_at)
);
--rollback DROP TABLE course_check;
