#include "CExpat.h"

#include <stdlib.h>

// Stands before every block: to whom it is given back.
struct head {
  cexpat_budget *budget;
  size_t size;
  max_align_t block[];
};

// expat does not say for which parser it wants memory: it is the one that this thread is calling.
static _Thread_local cexpat_budget *current;

static struct head *head_of(void *block) {
  return (struct head *)((char *)block - offsetof(struct head, block));
}

static void *resize(void *block, size_t size) {
  struct head *old = block ? head_of(block) : NULL;
  cexpat_budget *budget = old ? old->budget : current;
  size_t before = old ? old->size : 0;
  if (!budget || (size > before && size - before > budget->left)) return NULL;
  struct head *made = realloc(old, offsetof(struct head, block) + size);
  if (!made) return NULL;
  budget->left = budget->left + before - size;
  made->budget = budget;
  made->size = size;
  return made->block;
}

static void *allocate(size_t size) { return resize(NULL, size); }

static void release(void *block) {
  if (!block) return;
  struct head *head = head_of(block);
  head->budget->left += head->size;
  free(head);
}

XML_Parser cexpat_create(cexpat_budget *budget) {
  static const XML_Memory_Handling_Suite suite = {allocate, resize, release};
  current = budget;
  XML_Parser parser = XML_ParserCreate_MM(NULL, &suite, NULL);
  current = NULL;
  return parser;
}

enum XML_Status cexpat_parse(
    XML_Parser parser, cexpat_budget *budget, const char *text, int length, int is_final) {
  current = budget;
  enum XML_Status status = XML_Parse(parser, text, length, is_final);
  current = NULL;
  return status;
}

uint64_t cexpat_line(XML_Parser parser) {
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
  return XML_GetCurrentLineNumber64(parser);
#else
  return XML_GetCurrentLineNumber(parser);
#endif
}
