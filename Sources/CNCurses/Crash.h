// What a crash needs to know of the screen.
#ifndef CNCURSES_CRASH_H
#define CNCURSES_CRASH_H

// The modes that a crash restores are those of now.
void cnc_remember_modes(int output);
// From here on until cnc_disarm, a crash writes these bytes and restores the modes.
void cnc_arm(const char *restore, int length);
void cnc_disarm(void);

#endif
