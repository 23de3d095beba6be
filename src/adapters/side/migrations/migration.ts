/**
 * One step of the side tables. Append-only: a migration that has been released is never edited. `#__` stands for the
 * site's prefix. Each statement may be run again, since MySQL commits after each of them.
 */
export interface Migration {
  /** Four digits and a name, as its file. */
  readonly id: string;
  readonly statements: readonly string[];
}

/** Names and codes are compared to the byte, whatever collation the site has. */
export const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
