// The screen, as ncurses draws it, and the signals that concern it. No name of ncurses is seen outside this target.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// Without ncurses's agreement on its width it is drawn as `?`, so that columns stay columns.
typedef struct {
  uint32_t base;
  uint32_t marks[2];  // combining marks, 0 where there are none
  int width;          // 1 or 2 columns
  uint32_t look;
} cnc_character;

enum { CNC_BOLD = 1, CNC_UNDERLINE = 2, CNC_REVERSE = 4 };

enum { CNC_OPENED = 0, CNC_UNKNOWN_TERMINAL = 1, CNC_NO_CURSOR_ADDRESSING = 2 };

// What a terminal is told beside what ncurses keeps. Source: xterm's control sequences.
enum {
  CNC_PASTE = 1,  // pasted text stands between CSI 200 ~ and CSI 201 ~
  CNC_MOUSE = 4,  // its buttons, its moves with one of them down, and its wheel are reported: CSI < ... M
  CNC_TITLE = 2,  // the window's title is put aside, to be had back in the end
};

// The name of a terminal that needs no terminfo database: an xterm as plain as any.
#define CNC_BUILT_IN "rfcview"

// One screen a process. `input` and `output` stay the caller's.
// `modes` are those wanted, and are on while the screen is ours where the terminal has them.
int cnc_open(const char *terminal, int input, int output, int modes);
void cnc_close(void);
// Those of the modes that the terminal has.
int cnc_modes(void);
// Whether the terminal says of itself that it takes OSC; one that does not may show what it is sent so.
bool cnc_takes_osc(void);

// 0 without colours.
int cnc_colours(void);
// Colours of the palette, -1 for the terminal's own. Pairs count from 1; 0 is -1 on -1.
void cnc_set_pair(int pair, int foreground, int background);

// In cells. False where the terminal does not say.
bool cnc_window_size(int output, int *width, int *height);
void cnc_screen_size(int *width, int *height);
void cnc_resize(int width, int height);

// Attributes and a pair up to 255 in one.
uint32_t cnc_look(int attributes, int pair);
// Printable ASCII, each character with its look: look | character.
void cnc_put_ascii(int row, int column, const uint32_t *cells, int count);
// Any other character.
void cnc_put_character(int row, int column, cnc_character character);
// The row is drawn whole, and never moved there by scrolling.
void cnc_forget(int row);
// Negative places hide the cursor.
void cnc_set_cursor(int row, int column);
// Writes to the terminal what has changed since the last time.
void cnc_flush(void);
// The same, and moves the cursor to a place, wherever the terminal has it.
void cnc_flush_at(int row, int column);

// Bytes that are no part of the screen, written at once.
void cnc_write(const char *bytes, int length);

// Gives the terminal back, its last row blank, until the next cnc_flush. cnc_repaint makes that one draw everything.
void cnc_leave(void);
void cnc_repaint(void);

// What the key sends on this terminal, or NULL: Up, Down, Left, Right, Home, End, PgUp, PgDn, Ins, Del, S-Tab, the
// keypad's Enter, Find, Select, and F1 to F12.
enum { CNC_KEY_COUNT = 14 + 12 };
const char *cnc_key_sequence(int key);

// A pipe from which one byte a signal is read: SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT. -1, errno set,
// where there is none.
int cnc_watch_signals(void);
void cnc_unwatch_signals(void);
// As if the signal had come.
void cnc_note_signal(int signal);
// Whether SIGTERM or SIGHUP has come.
bool cnc_is_told_to_end(void);
// Stops the process group until it is continued.
void cnc_stop(void);

#endif
