--liquibase formatted sql

--changeset collegium:messaging-001
-- Mails to send, written in the transaction of their cause. A mail that was sent keeps neither text nor links.
CREATE TABLE mail (
    id         UUID          NOT NULL PRIMARY KEY,
    account_id UUID          NULL,
    recipient  VARCHAR(254)  NOT NULL,
    template   VARCHAR(64)   NOT NULL,
    subject    VARCHAR(300)  NOT NULL,
    text       MEDIUMTEXT    NULL,
    html       MEDIUMTEXT    NULL,
    state      VARCHAR(16)   NOT NULL,
    attempts   INT           NOT NULL DEFAULT 0,
    problem    VARCHAR(1000) NULL,
    queued_at  DATETIME(6)   NOT NULL,
    sent_at    DATETIME(6)   NULL,
    INDEX mail_account (account_id),
    INDEX mail_queued_at (queued_at)
);
--rollback DROP TABLE mail;
