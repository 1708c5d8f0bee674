--liquibase formatted sql

--changeset collegium:credentials-040
-- What the certificate of a course asks for, where that is not what its file says. Rows are only ever added; the last one holds.
CREATE TABLE earning_rule (
    course_id    UUID         NOT NULL,
    number       INT          NOT NULL,
    partner_id   UUID         NOT NULL,
    rule         LONGTEXT     NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    published_at DATETIME(6)  NOT NULL,
    published_by UUID         NULL COMMENT 'person: who published it; forgotten with the account',
    PRIMARY KEY (course_id, number),
    INDEX earning_rule_by (published_by)
);
--rollback DROP TABLE earning_rule;

--changeset collegium:credentials-041
CREATE TABLE earning_rule_draft (
    course_id  UUID        NOT NULL PRIMARY KEY,
    version    INT         NOT NULL,
    partner_id UUID        NOT NULL,
    rule       LONGTEXT    NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    changed_by UUID        NULL COMMENT 'person: who changed it last; forgotten with the account',
    INDEX earning_rule_draft_by (changed_by)
);
--rollback DROP TABLE earning_rule_draft;

--changeset collegium:credentials-042
CREATE TABLE identity_check (
    learner_id UUID         NOT NULL PRIMARY KEY COMMENT 'person: whose identity a registrar has seen; the row goes with the account',
    how        VARCHAR(500) NOT NULL COMMENT 'person: by what; the row goes with the account',
    checked_at DATETIME(6)  NOT NULL,
    checked_by UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    INDEX identity_check_by (checked_by)
);
--rollback DROP TABLE identity_check;

--changeset collegium:credentials-043
-- A trial of a rule that does not hold yet, and who had earned a certificate by the one that held then.
ALTER TABLE issuing ADD COLUMN rule LONGTEXT NULL COMMENT 'the rule that is tried; NULL for the one that holds';
ALTER TABLE issuing_item ADD COLUMN earned_before BOOLEAN NULL COMMENT 'of a trial: by the rule that holds';
--rollback ALTER TABLE issuing_item DROP COLUMN earned_before;
--rollback ALTER TABLE issuing DROP COLUMN rule;
