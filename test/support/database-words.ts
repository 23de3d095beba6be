/** What the same thing is called in each dialect. */
export const WORDS = {
  postgres: {
    blob: 'bytea',
    bytes: (hex: string) => `'\\x${hex}'::bytea`,
    double: 'double precision',
    bit: "B'1'",
    moment: 'timestamp',
    sleep: 'SELECT pg_sleep(30) AS reference',
    writing:
      'CREATE FUNCTION spoil() RETURNS int LANGUAGE sql AS $$ INSERT INTO stolen VALUES (1) RETURNING 1 $$',
    series: "SELECT 'A' || n AS reference, 1 AS prix FROM generate_series(1, 5000) AS n",
    killer: 'SELECT pg_terminate_backend(pg_backend_pid())',
    piece: "'BC-' || :id",
    zone: 'Europe/Paris',
    instant: (seconds: number) => `to_timestamp(${seconds})`,
  },
  mysql: {
    blob: 'longblob',
    bytes: (hex: string) => `x'${hex}'`,
    double: 'double',
    bit: "b'1'",
    moment: 'datetime',
    sleep: 'SELECT SLEEP(30) AS reference',
    writing:
      'CREATE FUNCTION spoil() RETURNS int MODIFIES SQL DATA BEGIN INSERT INTO stolen VALUES (1); RETURN 1; END',
    series: "SELECT CONCAT('A', seq) AS reference, 1 AS prix FROM seq_1_to_5000",
    killer: 'KILL CONNECTION_ID()',
    piece: "CONCAT('BC-', :id)",
    zone: '+02:00',
    instant: (seconds: number) => `FROM_UNIXTIME(${seconds})`,
  },
} as const;
