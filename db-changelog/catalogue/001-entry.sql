--liquibase formatted sql

--changeset collegium:catalogue-001
-- One row for each course that is or was listed. data is the entry as JSON (CatalogueEntry); revision is that of
-- catalogue_revision when the row was written, so that every node can ask for what is newer than what it knows.
CREATE TABLE catalogue_entry (
    course_id UUID     NOT NULL PRIMARY KEY,
    revision  BIGINT   NOT NULL,
    listed    BOOLEAN  NOT NULL,
    data      LONGTEXT NOT NULL COLLATE utf8mb4_bin CHECK (JSON_VALID(data)),
    INDEX catalogue_entry_revision (revision)
);
CREATE TABLE catalogue_revision (
    id       TINYINT NOT NULL PRIMARY KEY,
    revision BIGINT  NOT NULL
);
INSERT INTO catalogue_revision (id, revision) VALUES (1, 0);
--rollback DROP TABLE catalogue_revision;
--rollback DROP TABLE catalogue_entry;
