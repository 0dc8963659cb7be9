// The commit that the program is built of: its first digits, with + behind them where files had been changed; empty
// where the manifest is not told. Only C takes a value of the manifest.
#pragma once

const char *cversion_commit(void);
