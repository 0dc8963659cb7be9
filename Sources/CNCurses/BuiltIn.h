// A terminal that is known without a terminfo database.
#ifndef CNCURSES_BUILTIN_H
#define CNCURSES_BUILTIN_H

#include <stdbool.h>

// From now on until false, ncurses finds CNC_BUILT_IN.
void cnc_offer_built_in(bool on);

#endif
