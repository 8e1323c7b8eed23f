#define TOML_IMPLEMENTATION
#include "read/toml.hpp"
