// What ArgumentParser takes of Foundation. Defined here, five megabytes of Foundation stay out of the program, and a
// third of the conformances that Swift looks through when it starts. All is weak: with a version of ArgumentParser
// that asks for more, the linker takes Foundation itself.
#include "FoundationStandIn.h"

#ifdef STANDS_IN

#include <string.h>
#include <unistd.h>

// The JSON of `--experimental-dump-help`, which Tests/Tools/write-docs asks a debug build for.
static void refuse(void) {
  static const char words[] = "rfcview: A release build does not dump its help.\n";
  if (write(STDERR_FILENO, words, strlen(words)) < 0) {}
  _exit(2);
}

#define REFUSED(name, symbol)                        \
  __attribute__((weak)) void name(void) __asm__(symbol); \
  void name(void) { refuse(); }

REFUSED(encoder_type, "$s20FoundationEssentials11JSONEncoderCMa")
REFUSED(encoder_init, "$s20FoundationEssentials11JSONEncoderCACycfc")
REFUSED(encoder_pretty, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV13prettyPrintedAEvau")
REFUSED(encoder_sorted, "$s20FoundationEssentials11JSONEncoderC16OutputFormattingV10sortedKeysAEvau")
REFUSED(string_encoding, "$sSS20FoundationEssentialsE8EncodingV4utf8ACvau")
REFUSED(string_init, "$sSS20FoundationEssentialsE4data8encodingSSSgAA4DataVh_SSAAE8EncodingVtcfC")

// The protocol LocalizedError, to which no error conforms: kind, parent, name, two counts and no associated types.
// Source: swift/ABI/Metadata.h, TargetProtocolDescriptor.
__asm__(
    ".section .rodata.LocalizedError,\"a\"\n"
    "1: .asciz \"LocalizedError\"\n"
    ".balign 4\n"
    ".weak \"$s20FoundationEssentials14LocalizedErrorMp\"\n"
    "\"$s20FoundationEssentials14LocalizedErrorMp\":\n"
    ".long 0x10043, \"$ssMXM\" - ., 1b - ., 0, 0, 0\n"
    ".text\n");

#endif
