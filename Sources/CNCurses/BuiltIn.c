// An xterm as plain as any, for machines whose terminfo database has nothing like it, or that have none.
#include "BuiltIn.h"
#include "CNCurses.h"

#include <stdlib.h>
#include <string.h>

// What `infocmp -Q2 -q` prints of this, compiled by `tic`. Source: terminfo(5), TERMINFO; xterm's control sequences.
//
// rfcview|an xterm as plain as any,
//   am, xenl, msgr, colors#256, pairs#32767, cols#80, lines#24, it#8,
//   bel=^G, bold=\E[1m, civis=\E[?25l, clear=\E[H\E[2J, cnorm=\E[?25h, cr=\r,
//   cub1=^H, cud1=\n, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH, cuu1=\E[A, ed=\E[J, el=\E[K,
//   home=\E[H, ht=^I, ind=\n, op=\E[39;49m, rev=\E[7m, rmam=\E[?7l, rmcup=\E[?1049l, rmso=\E[27m,
//   rmul=\E[24m, setab=\E[%?%p1%{8}%<%t4%p1%d%e48;5;%p1%d%;m, setaf=\E[%?%p1%{8}%<%t3%p1%d%e38;5;%p1%d%;m,
//   sgr0=\E[m, smam=\E[?7h, smcup=\E[?1049h, smso=\E[7m, smul=\E[4m,
static const char entry[] =
    "b64:GgEhAA8ADwBpAdwAcmZjdmlld3xhbiB4dGVybSBhcyBwbGFpbiBhcyBhbnkAAAEAAAEAAAAAAAAAAAABUAAIABgA________________"
    "__________8AAf9___8AAAIA_____wQADAAQAP____8UACUAJwArADIA__80ADsA__8_AP__________________QwBIAP____________9R"
    "AFYAWwD_____YABkAP____9tAHMA________________________________________________________________________________"
    "____________________________________________________________________________________________________________"
    "____________________________________eQD__________3sA__________________________________________99AIMA________"
    "____________________________________________________________________________________________________________"
    "____________________________________________________________________________________________________________"
    "____________________________________________________________________________________________________________"
    "____________________________________________________iQD_____________________________________________________"
    "____________________________________________________________________________________________________________"
    "_5IAtwAHAA0AG1tIG1sySgAbW0sAG1tKABtbJWklcDElZDslcDIlZEgACgAbW0gAG1s_MjVsAAgAG1s_MjVoABtbQwAbW0EAG1sxbQAbWz8x"
    "MDQ5aAAbWzdtABtbN20AG1s0bQAbW20AG1s_MTA0OWwAG1syN20AG1syNG0ACgAJABtbPzdoABtbPzdsABtbMzk7NDltABtbJT8lcDElezh9"
    "JTwldDMlcDElZCVlMzg7NTslcDElZCU7bQAbWyU_JXAxJXs4fSU8JXQ0JXAxJWQlZTQ4OzU7JXAxJWQlO20A";

void cnc_offer_built_in(bool on) {
  static char *before;
  if (on) {
    const char *value = getenv("TERMINFO");
    before = value ? strdup(value) : NULL;
    setenv("TERMINFO", entry, 1);
  } else {
    if (before) setenv("TERMINFO", before, 1);
    else unsetenv("TERMINFO");
    free(before);
    before = NULL;
  }
}
