#pragma once
/// What the shared library shows to programs. Everything else in it is hidden.

/// Stands before each function and class that the compiled library defines, and before each error
/// type, so that one thrown inside the library is caught outside as what it is.
///
/// Its tag is a part of the name that is linked: a program compiled with the headers of one version
/// neither links nor starts with the library of another, whose structures differ.
#define GRANARY_API __attribute__((visibility("default"), abi_tag(GRANARY_ABI)))

/// The version, and what the tables of the model and the layout of the state
/// come to: a test tells it after a change of either.
#define GRANARY_ABI "v0_1_0_tables_acecbf08"
