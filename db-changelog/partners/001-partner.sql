--liquibase formatted sql

--changeset collegium:partners-001
CREATE TABLE partner (
    id           UUID          NOT NULL PRIMARY KEY,
    version      INT           NOT NULL,
    slug         VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    name         VARCHAR(200)  NOT NULL,
    short_name   VARCHAR(12)   NOT NULL,
    kind         VARCHAR(32)   NOT NULL,
    country      CHAR(2)       NOT NULL,
    homepage     VARCHAR(500)  NULL,
    brand_colour VARCHAR(16)   NOT NULL,
    description  VARCHAR(4000) NOT NULL,
    admitted_at  DATETIME(6)   NOT NULL,
    CONSTRAINT partner_slug UNIQUE (slug),
    INDEX partner_name (name)
);
CREATE TABLE partner_staff (
    partner_id UUID        NOT NULL,
    account_id UUID        NOT NULL,
    role       VARCHAR(32) NOT NULL,
    PRIMARY KEY (partner_id, account_id, role),
    INDEX partner_staff_account (account_id),
    CONSTRAINT partner_staff_partner FOREIGN KEY (partner_id) REFERENCES partner (id) ON DELETE CASCADE
);
--rollback DROP TABLE partner_staff;
--rollback DROP TABLE partner;
