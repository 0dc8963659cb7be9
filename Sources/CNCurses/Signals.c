// Signals as bytes of a pipe, and a terminal that survives a crash. In handlers, only what signal-safety(7) lists.
#define _GNU_SOURCE 1

#include "CNCurses.h"
#include "Crash.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGSYS};
enum { WATCHED = sizeof watched / sizeof *watched, CRASHES = sizeof crashes / sizeof *crashes };

static struct sigaction before_watched[WATCHED], before_crash[CRASHES];
static int ends[2] = {-1, -1};
static volatile sig_atomic_t is_told_to_end;

static struct {
  volatile sig_atomic_t is_armed;
  int output;
  int length;
  char restore[256];
  struct termios modes;
} crash;

// MARK: The pipe

void cnc_note_signal(int signal) {
  unsigned char byte = (unsigned char)signal;
  // A full pipe holds the news already.
  while (write(ends[1], &byte, 1) < 0 && errno == EINTR) {
  }
}

static void note(int signal) {
  int error = errno;
  if (signal == SIGTERM || signal == SIGHUP) is_told_to_end = 1;
  cnc_note_signal(signal);
  errno = error;
}

static void die(int signal) {
  if (crash.is_armed) {
    crash.is_armed = 0;
    ssize_t written = write(crash.output, crash.restore, (size_t)crash.length);
    (void)written;
    tcsetattr(crash.output, TCSANOW, &crash.modes);
  }
  // As it would have ended without us: a core, or the report of a run-time library.
  for (int i = 0; i < CRASHES; i++)
    if (crashes[i] == signal) sigaction(signal, &before_crash[i], NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal);
}

int cnc_watch_signals(void) {
  is_told_to_end = 0;
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < WATCHED; i++) {
    sigaction(watched[i], NULL, &before_watched[i]);
    // Under nohup a hang-up stays unheard; a shell without job control ignores ^Z for us.
    if (before_watched[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
  }
  // A stack of its own, because running out of stack is a crash too.
  static char stack[64 << 10];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  action.sa_handler = die;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &before_crash[i]);
  return ends[0];
}

void cnc_unwatch_signals(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &before_watched[i], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before_crash[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

bool cnc_is_told_to_end(void) { return is_told_to_end; }

void cnc_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, stop, go;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, NULL, &stop);
  if (stop.sa_handler == SIG_IGN) return;
  sigaction(SIGTSTP, &standard, NULL);
  // The SIGCONT that ends this is no news.
  sigaction(SIGCONT, &standard, &go);
  kill(0, SIGTSTP);
  sigaction(SIGCONT, &go, NULL);
  sigaction(SIGTSTP, &stop, NULL);
}

// MARK: The terminal

void cnc_remember_modes(int output) { tcgetattr(crash.output = output, &crash.modes); }

void cnc_arm(const char *restore, int length) {
  crash.is_armed = 0;
  if (length > (int)sizeof crash.restore) length = sizeof crash.restore;
  memcpy(crash.restore, restore, (size_t)length);
  crash.length = length;
  crash.is_armed = 1;
}

void cnc_disarm(void) { crash.is_armed = 0; }
