--liquibase formatted sql

--changeset collegium:assessment-091-file
-- The files that questions of a bank show. A path means the same content for ever, so that earlier versions of questions keep their pictures.
CREATE TABLE bank_file (
    partner_id UUID         NOT NULL,
    path       VARCHAR(120) NOT NULL COLLATE ascii_bin COMMENT 'as questions of the partner point at it',
    sha256     CHAR(64)     NOT NULL COLLATE ascii_bin COMMENT 'of the content, which lies in the blob store',
    size       BIGINT       NOT NULL COMMENT 'bytes',
    media_type VARCHAR(100) NOT NULL COLLATE ascii_bin,
    added_at   DATETIME(6)  NOT NULL COMMENT 'when somebody last brought it; what no version shows goes some days after',
    PRIMARY KEY (partner_id, path),
    INDEX bank_file_sha256 (sha256),
    INDEX bank_file_added_at (added_at)
);
--rollback DROP TABLE bank_file;

--changeset collegium:assessment-091-use
-- Which files a version shows; as a version, a row never changes.
CREATE TABLE bank_item_version_file (
    item_id    UUID         NOT NULL,
    number     INT          NOT NULL,
    partner_id UUID         NOT NULL,
    path       VARCHAR(120) NOT NULL COLLATE ascii_bin,
    PRIMARY KEY (item_id, number, path),
    INDEX bank_item_version_file_path (partner_id, path),
    CONSTRAINT bank_item_version_file_version FOREIGN KEY (item_id, number)
        REFERENCES bank_item_version (item_id, number) ON DELETE CASCADE,
    CONSTRAINT bank_item_version_file_file FOREIGN KEY (partner_id, path) REFERENCES bank_file (partner_id, path)
);
--rollback DROP TABLE bank_item_version_file;
