--liquibase formatted sql

--changeset collegium:labs-031
-- The nodes that grade labs, as each tells of itself every few seconds.
CREATE TABLE lab_node (
    name            VARCHAR(100) NOT NULL PRIMARY KEY,
    started_at      DATETIME(6)  NOT NULL,
    seen_at         DATETIME(6)  NOT NULL,
    workers         INT          NOT NULL,
    sound           BOOLEAN      NULL COMMENT 'whether its sandbox holds; NULL before it was tried',
    probe           LONGTEXT     NULL COMMENT 'JSON: what trying the sandbox showed, and the runtimes there are',
    probed_at       DATETIME(6)  NULL,
    probe_wanted_at DATETIME(6)  NULL COMMENT 'when an operator asked to try again'
);

-- Where nothing is taken for grading: by everybody, or by one node. A row goes when grading goes on.
CREATE TABLE lab_halt (
    scope     VARCHAR(100) NOT NULL PRIMARY KEY COMMENT 'the name of a node, or * for all',
    since     DATETIME(6)  NOT NULL,
    told      VARCHAR(500) NULL COMMENT 'what learners who wait are told beside the fact',
    halted_by UUID         NULL COMMENT 'person: the operator; forgotten with the account'
);
--rollback DROP TABLE lab_halt;
--rollback DROP TABLE lab_node;
