--liquibase formatted sql

--changeset collegium:labs-032
-- Who paused, drained, put back or gave up what, and when. Rows are only added.
CREATE TABLE lab_act (
    id      UUID         NOT NULL PRIMARY KEY,
    done_at DATETIME(6)  NOT NULL,
    done_by UUID         NULL COMMENT 'person: the operator; forgotten with the account',
    kind    VARCHAR(16)  NOT NULL COLLATE ascii_bin,
    subject VARCHAR(100) NULL COMMENT 'the node or submission that it was done to',
    words   VARCHAR(500) NULL COMMENT 'what learners were told',
    INDEX lab_act_order (done_at)
);
--rollback DROP TABLE lab_act;
