// What is written to the terminal beside the screen. putp would write to standard output, whatever the screen's is.
#include "Modes.h"
#include "CNCurses.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

// Source: xterm's control sequences.
static const struct {
  int mode;
  const char *enter, *leave;
} known[] = {
    {CNC_PASTE, "\033[?2004h", "\033[?2004l"},
    {CNC_MOUSE, "\033[?1002h\033[?1006h", "\033[?1006l\033[?1002l"},
    {CNC_TITLE, "\033[22;0t", "\033[23;0t"},
};

static int descriptor = -1, modes;
static bool are_on;
static char entering[128], leaving[128];

void cnc_choose_modes(int output, int chosen) {
  descriptor = output;
  modes = chosen;
  entering[0] = leaving[0] = 0;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (!(modes & known[i].mode)) continue;
    strcat(entering, known[i].enter);
    strcat(leaving, known[i].leave);
  }
}

int cnc_modes(void) { return modes; }

const char *cnc_leaving_sequence(void) { return leaving; }

void cnc_switch_modes(bool on) {
  if (on == are_on) return;
  are_on = on;
  const char *bytes = on ? entering : leaving;
  cnc_write(bytes, (int)strlen(bytes));
}

void cnc_write(const char *bytes, int length) {
  while (length > 0) {
    ssize_t count = write(descriptor, bytes, (size_t)length);
    if (count > 0) {
      bytes += count;
      length -= (int)count;
    } else if (count < 0 && errno == EAGAIN) {
      poll(&(struct pollfd){.fd = descriptor, .events = POLLOUT}, 1, -1);
    } else if (count < 0 && errno != EINTR) {
      return;
    }
  }
}
