--liquibase formatted sql

--changeset collegium:courses-002
-- Of each course at most one draft. imported_manifest is what the last import brought; where manifest differs from it,
-- somebody has edited the draft since, and the next import keeps that.
CREATE TABLE course_draft (
    course_id         UUID        NOT NULL PRIMARY KEY,
    version           INT         NOT NULL,
    manifest          LONGTEXT    NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(manifest)),
    manifest_hash     CHAR(64)    NOT NULL COLLATE ascii_bin,
    imported_manifest LONGTEXT    NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(imported_manifest)),
    imported_hash     CHAR(64)    NOT NULL COLLATE ascii_bin,
    import_report     LONGTEXT    NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(import_report)),
    blocks            INT         NOT NULL,
    imported_at       DATETIME(6) NOT NULL,
    updated_at        DATETIME(6) NOT NULL,
    updated_by        UUID        NULL COMMENT 'person: who changed it last, for the course''s staff; NULL when the platform did, and after erasure',
    INDEX course_draft_updated_by (updated_by),
    CONSTRAINT course_draft_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_draft;
