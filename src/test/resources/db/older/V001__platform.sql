-- The first migration of the layout before there was one file a package, and a row that must survive the refusal.
CREATE TABLE platform (
    id   UUID         NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL
);

INSERT INTO platform (id, name) VALUES ('00000000-0000-0000-0000-000000000001', 'An LMS');
