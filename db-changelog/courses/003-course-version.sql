--liquibase formatted sql

--changeset collegium:courses-003
CREATE TABLE course_version (
    id            UUID        NOT NULL PRIMARY KEY,
    course_id     UUID        NOT NULL,
    partner_id    UUID        NOT NULL,
    number        INT         NOT NULL,
    manifest      LONGTEXT    NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(manifest)),
    manifest_hash CHAR(64)    NOT NULL COLLATE ascii_bin,
    published_at  DATETIME(6) NOT NULL,
    published_by  UUID        NULL COMMENT 'person: who published it, for the course''s staff; NULL when the platform did, and after erasure',
    CONSTRAINT course_version_number UNIQUE (course_id, number),
    INDEX course_version_published_by (published_by),
    CONSTRAINT course_version_course FOREIGN KEY (course_id) REFERENCES course (id)
);
--rollback DROP TABLE course_version;
