#pragma once
/// What the shared library shows to programs. Everything else in it is hidden.

/// Stands before each function and class that the compiled library defines, and before each error
/// type, so that one thrown inside the library is caught outside as what it is.
#define GRANARY_API __attribute__((visibility("default")))
