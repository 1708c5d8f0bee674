--liquibase formatted sql

--changeset collegium:courses-019-git-key
-- With which a course gets to its repository by SSH, encrypted under the master key and bound to the course, and what is known of the server.
ALTER TABLE course_git ADD COLUMN ssh_key VARBINARY(500) NULL AFTER token_master;
ALTER TABLE course_git ADD COLUMN ssh_key_master CHAR(16) NULL COLLATE ascii_bin AFTER ssh_key;
ALTER TABLE course_git ADD COLUMN ssh_key_public VARCHAR(200) NULL COLLATE ascii_bin AFTER ssh_key_master;
ALTER TABLE course_git ADD COLUMN host_key VARCHAR(120) NULL COLLATE ascii_bin
    COMMENT 'kind and fingerprint of the key of the server, as it was shown first or typed' AFTER ssh_key_public;
--rollback ALTER TABLE course_git DROP COLUMN host_key;
--rollback ALTER TABLE course_git DROP COLUMN ssh_key_public;
--rollback ALTER TABLE course_git DROP COLUMN ssh_key_master;
--rollback ALTER TABLE course_git DROP COLUMN ssh_key;

--changeset collegium:courses-019-git-begin-key
-- With which courses begin from repositories by SSH: shown before there is a course, so that the repository may let it in, and then the course's.
CREATE TABLE course_git_key (
    partner_id     UUID           NOT NULL,
    account_id     UUID           NOT NULL COMMENT 'person: who is about to begin a course; the row goes with the account',
    ssh_key        VARBINARY(500) NOT NULL,
    ssh_key_master CHAR(16)       NOT NULL COLLATE ascii_bin COMMENT 'which master key encrypts it',
    ssh_key_public VARCHAR(200)   NOT NULL COLLATE ascii_bin,
    made_at        DATETIME(6)    NOT NULL,
    PRIMARY KEY (account_id, partner_id),
    INDEX course_git_key_made (made_at)
);
ALTER TABLE course_import_git ADD COLUMN host_key VARCHAR(120) NULL COLLATE ascii_bin
    COMMENT 'kind and fingerprint of the key of the server, as it was shown first';
--rollback ALTER TABLE course_import_git DROP COLUMN host_key;
--rollback DROP TABLE course_git_key;
