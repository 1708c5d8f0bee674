--liquibase formatted sql

--changeset collegium:courses-001
CREATE TABLE course (
    id                UUID         NOT NULL PRIMARY KEY,
    version           INT          NOT NULL,
    partner_id        UUID         NOT NULL,
    course_key        VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    title             VARCHAR(300) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    language          VARCHAR(35)  NOT NULL,
    variant_of        VARCHAR(64)  NULL COLLATE ascii_bin,
    state             VARCHAR(16)  NOT NULL,
    published_version UUID         NULL,
    published_number  INT          NULL,
    published_hash    CHAR(64)     NULL COLLATE ascii_bin,
    created_at        DATETIME(6)  NOT NULL,
    changed_at        DATETIME(6)  NOT NULL,
    CONSTRAINT course_partner_key UNIQUE (partner_id, course_key),
    INDEX course_title (title),
    INDEX course_changed_at (changed_at)
);
--rollback DROP TABLE course;
