#include <sqlite3.h>

/* What SQLite takes in calls whose arguments have no fixed number, which Swift cannot make. */

/* Leaves out how much memory SQLite has taken, which every allocation would wait for a lock to
   count. Only before the first connection; returns what SQLite says. */
static inline int csqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Lets a file be named by an address with settings. Only before the first connection; returns what
   SQLite says. */
static inline int csqlite_take_addresses(void) {
    return sqlite3_config(SQLITE_CONFIG_URI, 1);
}

/* Has a connection leave the log as it is when it closes: neither moved into the file nor removed.
   Returns what SQLite says. */
static inline int csqlite_leave_log(sqlite3 *db) {
    int now = 0;
    return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &now);
}
