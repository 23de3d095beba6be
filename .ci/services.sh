# Sourced by .ci/run: a PostgreSQL, a MariaDB, a Chromium and an xsltproc on this machine, by Debian's packages, as the tests look for them
# (127.0.0.1:5432, user root without password; 127.0.0.1:3306, user root without password; /usr/bin/chromium). Needs root. What is there and
# answers is left as it is.

postgres_answers() { psql -h 127.0.0.1 -U root -d postgres -Atc 'SELECT 1' > /dev/null 2>&1; }
mariadb_answers() { mariadb -h 127.0.0.1 -u root -e 'SELECT 1' > /dev/null 2>&1; }

# wait_for COMMAND: until it succeeds, half a minute at most.
wait_for() {
  local attempt
  for attempt in $(seq 60); do
    "$@" && return 0
    sleep 0.5
  done
  return 1
}

install_missing() {
  local missing=()
  command -v pg_ctlcluster > /dev/null && ls /usr/lib/postgresql/*/bin/postgres > /dev/null 2>&1 || missing+=(postgresql)
  command -v psql > /dev/null || missing+=(postgresql-client)
  command -v mariadbd > /dev/null || [ -x /usr/sbin/mariadbd ] || missing+=(mariadb-server)
  command -v mariadb > /dev/null || missing+=(mariadb-client)
  command -v chromium > /dev/null || missing+=(chromium)
  command -v xsltproc > /dev/null || missing+=(xsltproc)
  [ ${#missing[@]} -eq 0 ] && return 0
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

start_postgres() {
  postgres_answers && return 0
  local version cluster
  read -r version cluster _ < <(pg_lsclusters -h)
  [ -n "${version:-}" ] || return 1
  # Only for this machine's own tests: whoever can open the port may be anyone.
  local access=/etc/postgresql/$version/$cluster/pg_hba.conf
  grep -q '^host all all 127.0.0.1/32 trust$' "$access" ||
    sed -i '1i host all all 127.0.0.1/32 trust' "$access"
  pg_ctlcluster "$version" "$cluster" start 2> /dev/null || pg_ctlcluster "$version" "$cluster" reload
  wait_for psql -h 127.0.0.1 -U postgres -d postgres -Atc 'SELECT 1' > /dev/null 2>&1 || return 1
  postgres_answers ||
    psql -h 127.0.0.1 -U postgres -d postgres -qc 'CREATE ROLE root SUPERUSER LOGIN' > /dev/null
}

start_mariadb() {
  mariadb_answers && return 0
  mkdir -p /run/mysqld && chown mysql:mysql /run/mysqld
  if ! mariadb -u root -e 'SELECT 1' > /dev/null 2>&1; then
    (setsid mariadbd-safe --user=mysql > /dev/null 2>&1 &)
    wait_for mariadb -u root -e 'SELECT 1' > /dev/null 2>&1 || return 1
  fi
  # By the socket root needs no password; by TCP only once it has an empty one.
  mariadb -u root -e "ALTER USER root@localhost IDENTIFIED BY ''" > /dev/null
  mariadb_answers
}

install_missing || echo "PostgreSQL, MariaDB, Chromium and xsltproc could not be installed"
start_postgres && echo "PostgreSQL answers at 127.0.0.1:5432" || echo "FAILED: PostgreSQL does not answer at 127.0.0.1:5432"
start_mariadb && echo "MariaDB answers at 127.0.0.1:3306" || echo "FAILED: MariaDB does not answer at 127.0.0.1:3306"
