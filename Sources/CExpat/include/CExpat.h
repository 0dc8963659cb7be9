#ifndef CEXPAT_H
#define CEXPAT_H

#include <expat.h>
#include <stddef.h>
#include <stdint.h>

// The bytes that a parser may still take. expat keeps what is open, every name that it has seen and the beginning of
// what has not ended: memory grows with the text, unless it is counted. Has to outlive the parser.
typedef struct {
  size_t left;
} cexpat_budget;

// NULL where the budget or the system has no memory.
XML_Parser cexpat_create(cexpat_budget *budget);

// As XML_Parse. Over its budget a parser fails with XML_ERROR_NO_MEMORY.
enum XML_Status cexpat_parse(
    XML_Parser parser, cexpat_budget *budget, const char *text, int length, int is_final);

// The line the parser is at, from 1. expat 2.9 has a name of its own for 64 bits, and deprecates the older one.
uint64_t cexpat_line(XML_Parser parser);

#endif
