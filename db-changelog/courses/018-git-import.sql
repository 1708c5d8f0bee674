--liquibase formatted sql

--changeset collegium:courses-018-git-import
-- From where a course begins that is fetched from a repository. Token and all go to the course once it is there, and else with the import.
CREATE TABLE course_import_git (
    import_id    UUID           NOT NULL PRIMARY KEY,
    address      VARCHAR(1000)  NOT NULL COLLATE utf8mb4_bin,
    branch       VARCHAR(200)   NOT NULL COLLATE utf8mb4_bin,
    folder       VARCHAR(240)   NOT NULL COLLATE utf8mb4_bin,
    user_name    VARCHAR(200)   NOT NULL COLLATE utf8mb4_bin COMMENT 'of an account on that server, mostly of a machine',
    token        VARBINARY(2000) NULL,
    token_master CHAR(16)       NULL COLLATE ascii_bin COMMENT 'which master key encrypts it',
    CONSTRAINT course_import_git_import FOREIGN KEY (import_id) REFERENCES course_import_job (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_import_git;
