// The only file that includes <curses.h>.
#define _XOPEN_SOURCE 700
#define _XOPEN_SOURCE_EXTENDED 1
#define _DEFAULT_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "BuiltIn.h"
#include "CNCurses.h"
#include "Crash.h"
#include "Modes.h"

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *streams[2];  // those of ours, to be closed
static int cursor_shown = -1;

static void set_locale(void) {
  // The other categories are not used, and cost a file each. Without a wish, characters are UTF-8.
  bool is_set = false;
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) is_set = true;
  }
  if (!setlocale(LC_CTYPE, is_set ? "" : "C.UTF-8")) setlocale(LC_CTYPE, "C.UTF-8");
}

// Appends a capability without its padding, `$<5>`: no terminal in need of it is left.
static int append(char *buffer, int length, int limit, const char *capability) {
  if (!capability) return length;
  for (const char *at = capability; *at && length < limit; at++) {
    const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
    if (end) at = end;
    else buffer[length++] = *at;
  }
  return length;
}

// Source: user_caps(5), XT.
bool cnc_takes_osc(void) {
  return tigetflag("XT") > 0 || (to_status_line && strncmp(to_status_line, "\033]", 2) == 0);
}

// Whether the terminal gives back the title that was put aside. rxvt and st set one and keep it.
static bool keeps_titles(void) {
  const char *name = termname();
  return cnc_takes_osc() && strncmp(name, "rxvt", 4) != 0 && strcmp(name, "st") != 0 && strncmp(name, "st-", 3) != 0 &&
         strncmp(name, "stterm", 6) != 0;
}

// Of some modes, those that the terminal has. What addresses the cursor by CSI passes over a mode that it does not
// know. Source: ECMA-48, section 5.4.
static int modes_had(int wanted) {
  if (strncmp(cursor_address, "\033[", 2) != 0) return 0;
  return keeps_titles() ? wanted : wanted & ~CNC_TITLE;
}

// A blank last row with the cursor in it, for the prompt. Seen where the terminal has no other screen to go back to, or
// says that it has and does not, as screen(1) and an xterm with titeInhibit do.
static int append_blank_row(char *buffer, int length, int limit) {
  if (!cursor_address) return length;
  length = append(buffer, length, limit, exit_attribute_mode);
  length = append(buffer, length, limit, orig_pair);
  length = append(buffer, length, limit, tparm(cursor_address, LINES - 1, 0, 0, 0, 0, 0, 0, 0, 0));
  return append(buffer, length, limit, clr_eol ? clr_eol : "\n");
}

// What a crash writes: as cnc_leave does.
static void arm(void) {
  char bytes[256];
  int length = append(bytes, 0, sizeof bytes, cnc_leaving_sequence());
  length = append_blank_row(bytes, length, sizeof bytes);
  length = append(bytes, length, sizeof bytes, keypad_local);
  length = append(bytes, length, sizeof bytes, cursor_normal);
  length = append(bytes, length, sizeof bytes, exit_ca_mode);
  if (length < (int)sizeof bytes) bytes[length++] = '\r';
  cnc_arm(bytes, length);
}

// Until its first endwin, ncurses (_nc_mvcur) flushes after each move of the cursor: a system call a row. One endwin
// that nobody sees, and it writes a frame at once.
static void leave_initial_state(int output) {
  int saved = fcntl(output, F_DUPFD_CLOEXEC, 0), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (saved >= 0 && nowhere >= 0 && dup2(nowhere, output) == output) {
    endwin();
    refresh();
    dup2(saved, output);
    clearok(curscr, TRUE);
  }
  if (saved >= 0) close(saved);
  if (nowhere >= 0) close(nowhere);
}

int cnc_open(const char *terminal, int input, int output, int modes) {
  set_locale();
  // Copies that no child inherits.
  streams[0] = input == STDIN_FILENO ? NULL : fdopen(fcntl(input, F_DUPFD_CLOEXEC, 0), "r");
  streams[1] = output == STDOUT_FILENO ? NULL : fdopen(fcntl(output, F_DUPFD_CLOEXEC, 0), "w");
  cnc_remember_modes(output);
  // The window's size. LINES and COLUMNS do not follow it, and ncurses returns to them after each cnc_leave.
  use_env(FALSE);
  use_tioctl(TRUE);
  bool is_built_in = strcmp(terminal, CNC_BUILT_IN) == 0;
  if (is_built_in) cnc_offer_built_in(true);
  screen = newterm(terminal, streams[1] ? streams[1] : stdout, streams[0] ? streams[0] : stdin);
  if (is_built_in) cnc_offer_built_in(false);
  if (!screen) {
    cnc_close();
    return CNC_UNKNOWN_TERMINAL;
  }
  if (!cursor_address) {
    cnc_close();
    return CNC_NO_CURSOR_ADDRESSING;
  }
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  // Behind keypad, which flushes what newterm has begun with.
  leave_initial_state(fileno(streams[1] ? streams[1] : stdout));
  typeahead(-1);  // a frame is drawn whole, whatever is typed meanwhile
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  cnc_set_cursor(-1, -1);
  cnc_choose_modes(output, modes_had(modes));
  cnc_switch_modes(true);
  arm();
  return CNC_OPENED;
}

void cnc_close(void) {
  if (screen) {
    // Given back already, it may be another program's by now.
    if (!isendwin()) cnc_leave();
    delscreen(screen);
    screen = NULL;
  }
  for (int i = 0; i < 2; i++) {
    if (streams[i]) fclose(streams[i]);
    streams[i] = NULL;
  }
  cursor_shown = -1;
}

int cnc_colours(void) { return has_colors() ? COLORS : 0; }

void cnc_set_pair(int pair, int foreground, int background) { init_pair(pair, foreground, background); }

// MARK: Size

bool cnc_window_size(int output, int *width, int *height) {
  struct winsize window;
  if (ioctl(output, TIOCGWINSZ, &window) != 0 || !window.ws_col || !window.ws_row) return false;
  *width = window.ws_col;
  *height = window.ws_row;
  return true;
}

void cnc_screen_size(int *width, int *height) {
  *width = COLS;
  *height = LINES;
}

void cnc_resize(int width, int height) {
  if (width != COLS || height != LINES) {
    resize_term(height, width);
    clearok(curscr, TRUE);
  }
  arm();
}

// MARK: Drawing

// Into newscr, what the terminal is to show: the one window here needs no other in front of it. Source:
// curs_variables(3X).

uint32_t cnc_look(int attributes, int pair) {
  return (uint32_t)((attributes & CNC_BOLD ? A_BOLD : A_NORMAL) |
                    (attributes & CNC_UNDERLINE ? A_UNDERLINE : A_NORMAL) |
                    (attributes & CNC_REVERSE ? A_REVERSE : A_NORMAL) | (chtype)COLOR_PAIR(pair));
}

_Static_assert(sizeof(chtype) == sizeof(uint32_t), "a look and a character are a chtype");

// As chtype, for which ncurses asks no locale.
void cnc_put_ascii(int row, int column, const uint32_t *cells, int count) {
  mvwaddchnstr(newscr, row, column, (const chtype *)cells, count);
}

void cnc_put_character(int row, int column, cnc_character character) {
  wchar_t text[4] = {(wchar_t)character.base};
  // Where wrapping cannot be stopped, ncurses inserts a character in front of the last cell, and cuts a wide one in two.
  bool is_cut = character.width == 2 && row == LINES - 1 && column == COLS - 3 && !(enter_am_mode && exit_am_mode);
  if (wcwidth(text[0]) == character.width && !is_cut) {
    for (int i = 0, length = 1; i < 2; i++) {
      wchar_t mark = (wchar_t)character.marks[i];
      if (mark && wcwidth(mark) == 0) text[length++] = mark;
    }
  } else {
    text[0] = L'?';
  }
  attr_t attributes = character.look & ~A_COLOR;
  short pair = (short)PAIR_NUMBER(character.look);
  cchar_t shown[2];
  setcchar(&shown[0], text, attributes, pair, NULL);
  setcchar(&shown[1], L" ", attributes, pair, NULL);
  mvwadd_wchnstr(newscr, row, column, shown, text[0] == L'?' ? character.width : 1);
}

void cnc_set_cursor(int row, int column) {
  int shown = row >= 0 && column >= 0;
  if (shown != cursor_shown) curs_set(shown);
  cursor_shown = shown;
  // A terminal that cannot hide its cursor keeps it where it disturbs least.
  if (shown) wmove(newscr, row, column);
  else wmove(newscr, LINES - 1, 0);
  leaveok(newscr, !shown && cursor_invisible);
}

void cnc_forget(int row) { wredrawln(newscr, row, 1); }

void cnc_flush(void) { doupdate(); }

void cnc_flush_at(int row, int column) {
  wmove(newscr, row, column);
  leaveok(newscr, FALSE);
  doupdate();
  char bytes[64];
  cnc_write(bytes, append(bytes, 0, sizeof bytes, tparm(cursor_address, row, column, 0, 0, 0, 0, 0, 0, 0)));
}

void cnc_leave(void) {
  cnc_disarm();
  cnc_switch_modes(false);
  char bytes[128];
  cnc_write(bytes, append_blank_row(bytes, 0, sizeof bytes));
  endwin();
}

void cnc_repaint(void) {
  reset_prog_mode();
  cnc_switch_modes(true);
  clearok(curscr, TRUE);
  arm();
}

// MARK: Keys

const char *cnc_key_sequence(int key) {
  switch (key) {
    case 0: return key_up;
    case 1: return key_down;
    case 2: return key_left;
    case 3: return key_right;
    case 4: return key_home;
    case 5: return key_end;
    case 6: return key_ppage;
    case 7: return key_npage;
    case 8: return key_ic;
    case 9: return key_dc;
    case 10: return key_btab;
    case 11: return key_enter;
    case 12: return key_find;
    case 13: return key_select;
    case 14: return key_f1;
    case 15: return key_f2;
    case 16: return key_f3;
    case 17: return key_f4;
    case 18: return key_f5;
    case 19: return key_f6;
    case 20: return key_f7;
    case 21: return key_f8;
    case 22: return key_f9;
    case 23: return key_f10;
    case 24: return key_f11;
    case 25: return key_f12;
    default: return NULL;
  }
}
