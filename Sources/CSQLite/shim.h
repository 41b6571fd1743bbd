#include <sqlite3.h>

/* What SQLite takes in calls whose arguments have no fixed number, which Swift cannot make. */

/* Leaves out how much memory SQLite has taken, which every allocation would wait for a lock to
   count. Only before the first connection; returns what SQLite says. */
static inline int csqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
