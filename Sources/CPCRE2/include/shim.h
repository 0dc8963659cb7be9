// PCRE2 for 8-bit code units, and a way to stop a match between two of its attempts. Source: pcre2api(3).
#ifndef CPCRE2_SHIM_H
#define CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

// When to stop a match, and where it stood then. Belongs to whoever called cpcre2_set_pause.
typedef struct {
  int64_t deadline;  // of cpcre2_clock; INT64_MAX for never
  size_t first;      // the attempt at this offset is always made, so that every call gets on
  size_t attempt;    // the offset whose attempt is still to be made, where the match was stopped
} cpcre2_pause;

// Nanoseconds of a clock that is cheap rather than fine: it moves every few milliseconds.
int64_t cpcre2_clock(void);

// Makes the callouts of a pattern end its match with PCRE2_ERROR_CALLOUT once the deadline has passed.
void cpcre2_set_pause(pcre2_match_context *context, cpcre2_pause *pause);

// How many of so many bytes there are up to the last LF and with it; all of them where there is none.
size_t cpcre2_length_of_lines(const uint8_t *text, size_t length);

#endif
