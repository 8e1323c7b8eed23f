/// How the sanitizers work here: short memories of where memory is from, because each text is read
/// in some thousand small pieces.

extern "C" const char* __asan_default_options() {
    return "malloc_context_size=6:quarantine_size_mb=32";
}
