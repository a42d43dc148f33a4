-- A visitor is the SHA-256 of a random cookie: who steals the database cannot become a visitor.
CREATE TABLE visitor (
  id         VARCHAR(43) PRIMARY KEY,
  created_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL
);

-- Times are milliseconds since 1970. "id" is a UUID version 7: its order is that of time.
CREATE TABLE history (
  id         UUID PRIMARY KEY,
  visitor    VARCHAR(43) NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  answer     VARCHAR(64) NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  rejected   VARCHAR(32),
  correction VARCHAR(64),
  thumbnail  BYTEA NOT NULL
);

CREATE INDEX history_of_visitor ON history (visitor, id);
