--liquibase formatted sql

--changeset collegium:courses-013
-- What a lesson of a draft was, each time that something was kept. The texts are in the blob store. Those of one sitting of
-- one author are shown as one version.
CREATE TABLE course_lesson_version (
    course_id UUID        NOT NULL,
    unit_key  VARCHAR(64) NOT NULL COLLATE ascii_bin,
    number    INT         NOT NULL,
    sitting   INT         NOT NULL,
    kind      VARCHAR(16) NOT NULL COLLATE ascii_bin,
    content   CHAR(64)    NOT NULL COLLATE ascii_bin COMMENT 'SHA-256',
    author_id UUID        NULL COMMENT 'person: who wrote it, for the course''s staff; NULL when it was brought otherwise, and after erasure',
    kept_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, unit_key, number),
    INDEX course_lesson_version_content (course_id, unit_key, content),
    INDEX course_lesson_version_author (author_id),
    CONSTRAINT course_lesson_version_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_lesson_version;

--changeset collegium:courses-013-presence
-- Who has a draft open just now, and where in it; a row per tab, which says again every few seconds that it is there.
CREATE TABLE course_presence (
    course_id  UUID        NOT NULL,
    tab        UUID        NOT NULL,
    unit_key   VARCHAR(64) NOT NULL COLLATE ascii_bin COMMENT 'empty for the outline',
    account_id UUID        NOT NULL COMMENT 'person: who is there; the row goes within minutes, and with the account',
    seen_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, tab),
    INDEX course_presence_account (account_id),
    INDEX course_presence_seen_at (seen_at),
    CONSTRAINT course_presence_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_presence;
