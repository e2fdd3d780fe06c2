-- What counts for one person in one module, as it was when it was best: never lowered, never taken back.
CREATE TABLE completion (
    person_id    uuid                     NOT NULL REFERENCES person (id),
    module_id    varchar(100)             NOT NULL,
    points       integer                  NOT NULL,
    completed_at timestamp with time zone,
    -- The version of the pack on which it was completed.
    pack_id      uuid REFERENCES published_pack (id),
    changed_at   timestamp with time zone NOT NULL,
    PRIMARY KEY (person_id, module_id)
);
