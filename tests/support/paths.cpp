#include "support/paths.hpp"

namespace granary::test {

std::string source_folder() {
    return GRANARY_SOURCE_DIR;
}

std::string command_path() {
    return GRANARY_COMMAND;
}

}  // namespace granary::test
