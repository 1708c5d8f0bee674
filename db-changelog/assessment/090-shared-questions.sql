--liquibase formatted sql

--changeset collegium:assessment-090-offer
-- Items that their partner lets others copy into banks of their own, with the answers.
CREATE TABLE bank_item_offer (
    item_id    UUID        NOT NULL PRIMARY KEY,
    licence    VARCHAR(64) NOT NULL COLLATE ascii_bin COMMENT 'SPDX',
    offered_at DATETIME(6) NOT NULL,
    CONSTRAINT bank_item_offer_item FOREIGN KEY (item_id) REFERENCES bank_item (id) ON DELETE CASCADE
);
--rollback DROP TABLE bank_item_offer;

--changeset collegium:assessment-090-origin
-- Items that were copied from another partner: from which version of which of its items, and under which licence.
CREATE TABLE bank_item_origin (
    item_id    UUID        NOT NULL PRIMARY KEY,
    partner_id UUID        NOT NULL COMMENT 'whose item was copied',
    item_key   VARCHAR(64) NOT NULL COLLATE ascii_bin,
    number     INT         NOT NULL,
    licence    VARCHAR(64) NOT NULL COLLATE ascii_bin COMMENT 'SPDX, as it was when it was copied',
    copied_at  DATETIME(6) NOT NULL,
    INDEX bank_item_origin_of (partner_id, item_key),
    CONSTRAINT bank_item_origin_item FOREIGN KEY (item_id) REFERENCES bank_item (id) ON DELETE CASCADE
);
--rollback DROP TABLE bank_item_origin;
