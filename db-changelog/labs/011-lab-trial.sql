--liquibase formatted sql

--changeset collegium:labs-011
-- Work that somebody had graded to see what it would get; it counts for nobody.
CREATE TABLE lab_trial (
    id        UUID          NOT NULL PRIMARY KEY,
    author_id UUID          NOT NULL COMMENT 'person: who tries; the row goes with the account',
    plan      CHAR(64)      NOT NULL COLLATE ascii_bin,
    origin    VARCHAR(200)  NOT NULL COMMENT 'name of the file; empty for the notebook in the preview',
    source    LONGTEXT      NOT NULL COMMENT 'JSON: the files of the lab, by their content',
    work      LONGTEXT      NOT NULL COMMENT 'JSON: the cells',
    asked_at  DATETIME(6)   NOT NULL,
    obstacle  VARCHAR(2000) NULL,
    graded_at DATETIME(6)   NULL,
    report    LONGTEXT      NULL COMMENT 'JSON: what each test gave, with what hidden ones said',
    INDEX lab_trial_author (author_id, plan)
);
--rollback DROP TABLE lab_trial;
