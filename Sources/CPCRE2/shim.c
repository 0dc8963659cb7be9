#include "shim.h"

#include <time.h>

// A callout stands before every attempt, up to a million of them. The coarse clock costs 5 ns, the fine one 25.
#ifdef CLOCK_MONOTONIC_COARSE
#define CHEAP_CLOCK CLOCK_MONOTONIC_COARSE
#else
#define CHEAP_CLOCK CLOCK_MONOTONIC
#endif

int64_t cpcre2_clock(void) {
  struct timespec now;
  clock_gettime(CHEAP_CLOCK, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int stop_when_late(pcre2_callout_block *block, void *data) {
  cpcre2_pause *pause = data;
  if (block->start_match == pause->first || cpcre2_clock() < pause->deadline) return 0;
  pause->attempt = block->start_match;
  return PCRE2_ERROR_CALLOUT;
}

size_t cpcre2_length_of_lines(const uint8_t *text, size_t length) {
  for (size_t end = length; end > 0; end--) {
    if (text[end - 1] == '\n') return end;
  }
  return length;
}

void cpcre2_set_pause(pcre2_match_context *context, cpcre2_pause *pause) {
  pcre2_set_callout(context, stop_when_late, pause);
}
