#ifndef CEXPAT_H
#define CEXPAT_H

#include <expat.h>
#include <stdint.h>

/// The line the parser is at, from 1. Expat 2.9 has a name of its own for 64 bits, and deprecates the older one.
uint64_t cexpat_line(XML_Parser parser);

#endif
