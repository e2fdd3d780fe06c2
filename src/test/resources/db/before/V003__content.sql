-- The library. Rows are only ever added: attempts are pinned to them. 'files' is a JSON object of path and text, and
-- 'hash' its SHA-256, so that the same content is published once, whoever starts first.
CREATE TABLE published_pack (
    id           UUID                     NOT NULL PRIMARY KEY,
    pack_name    VARCHAR(40)              NOT NULL,
    pack_version VARCHAR(40)              NOT NULL,
    hash         CHAR(64)                 NOT NULL,
    files        TEXT                     NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT published_pack_once UNIQUE (hash)
);
