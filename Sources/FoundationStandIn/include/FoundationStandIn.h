// Empty: only the linker asks for what is here.
