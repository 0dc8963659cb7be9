// Modes of xterm's that ncurses does not keep.
#ifndef CNCURSES_MODES_H
#define CNCURSES_MODES_H

#include <stdbool.h>

// Which ones from here on, and where; they are off.
void cnc_choose_modes(int output, int modes);
// At once.
void cnc_switch_modes(bool on);
// What turns them off.
const char *cnc_leaving_sequence(void);

#endif
