-- Package web: web_session, scheduled_tasks.

-- Sessions of browsers, for Spring Session, a row each.
CREATE TABLE web_session (
    primary_id     UUID                     NOT NULL PRIMARY KEY,
    -- What the cookie holds.
    session_id     VARCHAR(36)              NOT NULL,
    -- Whose LMS signed the user in; absent for operators, and for whoever is not signed in.
    platform       UUID,
    -- Counts the changes of the attributes, so that two requests at once don't undo each other.
    version        INTEGER                  NOT NULL,
    created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    last_access_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    attributes     BYTEA                    NOT NULL,
    CONSTRAINT web_session_is_one UNIQUE (session_id)
);

CREATE INDEX web_session_by_expiry ON web_session (expires_at);

-- The table of db-scheduler, under its names: recurring work of all packages, a row a task.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100)             NOT NULL,
    task_instance        VARCHAR(100)             NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN                  NOT NULL,
    picked_by            VARCHAR(100),
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT                   NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_last_heartbeat ON scheduled_tasks (last_heartbeat);
