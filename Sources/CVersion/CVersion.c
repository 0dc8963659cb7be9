#include "CVersion.h"

#ifndef COMMIT
#define COMMIT ""
#endif

const char *cversion_commit(void) { return COMMIT; }
