#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

// The destructor that has SQLite copy what is bound: a cast that Swift cannot import.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

#endif
